import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { may } from '../../access/person.ts'
import type { Errors } from '../../http/form.ts'
import { moveToArchive } from '../../records/archiving.ts'
import { assign, type Place, readPlace } from '../../records/assigning.ts'
import type { RecordKind } from '../../records/kind.ts'
import { recordText } from '../../records/messages.ts'
import type { Named } from '../../records/stored.ts'
import { setTags } from '../../records/tags.ts'
import type { Registry } from '../../registry.ts'
import type { Scope } from '../../scope.ts'
import { sayProblem } from '../../values/problem.ts'
import { parseText } from '../../values/text.ts'
import type { Input, Writing } from '../resource.ts'
import { keptFields } from './reading.ts'

/** What programs may write besides the fields: whose a record is, and its tags. */
export const placeFields = {
  ownerId: keptFields.ownerId.optional(),
  departmentId: keptFields.departmentId.optional(),
  tags: z
    .array(z.string())
    .max(20)
    .meta(keptFields.tags.meta() ?? {})
    .optional(),
}

/** Where a record is now, and whether the person may give it away. */
export type Held = { ownerId: string | null; departmentId: string | null; mayAssign: boolean }

/** A record as its page reads it, or none while it is new: then it belongs to who makes it. */
export const heldOf = (scope: Scope, { assign }: RecordKind, old?: Placed): Held =>
  old
    ? {
        ownerId: old.owner?.id ?? null,
        departmentId: old.department?.id ?? null,
        mayAssign: old.mayAssign,
      }
    : {
        ownerId: scope.user.id,
        departmentId: scope.user.departmentId,
        mayAssign: may(scope.user, assign),
      }

type Placed = { owner: Named | null; department: Named | null; mayAssign: boolean }

/** Whose a record is to be, and its tags, as a program wrote them; what it left out stays. */
export type Placing = { place?: Place; tags?: string[] }

/** Reads where a record is to be. What is wrong is added to `errors`. */
export async function readPlacing(
  scope: Scope,
  input: Input,
  held: Held,
  errors: Errors,
): Promise<Placing> {
  return {
    place: await readWhose(scope, input, held, errors),
    tags: readTags(scope, input, errors),
  }
}

/** A department of its own is kept; else it follows the owner, as where people hand records over. */
async function readWhose(
  scope: Scope,
  { ownerId, departmentId }: Input,
  held: Held,
  errors: Errors,
): Promise<Place | undefined> {
  if (ownerId === undefined && departmentId === undefined) return undefined
  const t = recordText(scope.locale).pages
  const field = ownerId === undefined ? 'departmentId' : 'ownerId'
  if (!held.mayAssign) {
    errors[field] = t.assignNot
    return undefined
  }
  const owner = ownerId === undefined ? held.ownerId : (ownerId as string | null)
  const follows = departmentId === undefined && owner !== null && owner !== held.ownerId
  const kept = departmentId === undefined ? held.departmentId : (departmentId as string | null)
  const place = await readPlace(scope, owner ?? '', follows ? '' : (kept ?? ''))
  if (!place) errors[field] = t.assignGone
  return place && !follows && kept === null ? { ...place, department: null } : place
}

function readTags(scope: Scope, { tags }: Input, errors: Errors): string[] | undefined {
  if (tags === undefined) return undefined
  return (tags as string[]).flatMap((typed, at) => {
    const name = parseText(typed, { most: 40 })
    if (name.ok) return name.value
    errors[`tags.${at}`] = sayProblem(name.problem, scope.locale)
    return []
  })
}

/** Does what `readPlacing` read. */
export async function placeRecord(
  scope: Scope,
  registry: Registry,
  kind: RecordKind,
  id: string,
  { place, tags }: Placing,
): Promise<void> {
  if (tags) await setTags(scope, kind.object, id, tags)
  if (place) await assign(scope, registry, kind, [id], place)
}

/**
 * Takes hold of a record until the end of the transaction, so that nobody changes it in between.
 * @returns whether it has the version wanted; any will do when that is undefined
 */
export async function holdVersion(
  scope: Scope,
  { table }: RecordKind,
  id: string,
  version: number | undefined,
): Promise<boolean> {
  const [row] = await scope.db.execute<{ version: number }>(sql`
    select ${table.version} as version from ${table}
    where ${table.companyId} = ${scope.company.id} and ${table.id} = ${id} for update`)
  return version === undefined || row?.version === version
}

type Moving = Writing['archive']

/** Puts a record out of sight and brings it back, by the same verb as people do. */
export const movingOf = (kind: RecordKind): { archive: Moving; restore: Moving } => {
  const move =
    (deed: 'archived' | 'restored'): Moving =>
    async (scope, registry, id, version) => {
      if (!(await holdVersion(scope, kind, id, version))) return 'conflict'
      await moveToArchive(scope, registry, kind, [id], deed)
      return undefined
    }
  return { archive: move('archived'), restore: move('restored') }
}
