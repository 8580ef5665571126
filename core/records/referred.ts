import { sql } from 'drizzle-orm'
import { isId } from '../db/id.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { findSubjects, type Reference } from './subjects.ts'
import { type Namer, namersOf } from './telling.ts'

/** What the ids in an audit entry are called, as far as the reader may know it. */
export type Referred = ReadonlyMap<string, string>

type Side = Record<string, unknown>
type Told = { object: string; before: Side | null; after: Side | null }

/** Fields of any record that hold the id of a person or a department. */
const ofCore: Record<string, string> = {
  ownerId: 'core.user',
  collaborator: 'core.user',
  from: 'core.user',
  to: 'core.user',
  departmentId: 'core.department',
}

/** The kind of record whose id a field holds, on one side of an entry; undefined when it holds none. */
export function referredBy(
  modules: readonly Namer[],
  object: string,
  field: string,
  side: Side,
): string | undefined {
  if (!isId(String(side[field]))) return undefined
  if (field === 'record') return typeof side.about === 'string' ? side.about : undefined
  if (Object.hasOwn(ofCore, field)) return ofCore[field]
  return modules
    .flatMap(({ audited = [] }) => audited)
    .find((one) => one.object === object)
    ?.fields.find((one) => one.field === field)?.refers
}

/** Asks for the names of all that some entries refer to: one query for each kind, however many. */
export async function readReferred(
  registry: Registry,
  scope: Scope,
  entries: readonly Told[],
): Promise<Referred> {
  const references = entries.flatMap(({ object, before, after }) =>
    [before, after].flatMap((side) =>
      Object.keys(side ?? {}).flatMap((field): Reference[] => {
        const kind = side && referredBy(namersOf(registry), object, field, side)
        return kind ? [{ object: kind, recordId: String(side[field]) }] : []
      }),
    ),
  )
  if (references.length === 0) return new Map()
  const [places, subjects] = await Promise.all([
    namesOfPlaces(scope, references),
    findSubjects(registry, scope, references),
  ])
  return new Map([...places, ...[...subjects].map(([id, { name }]) => [id, name] as const)])
}

async function namesOfPlaces(
  { db, company }: Scope,
  references: readonly Reference[],
): Promise<(readonly [string, string])[]> {
  const ids = sql.param(references.map(({ recordId }) => recordId))
  const rows = await db.execute<{ id: string; name: string }>(sql`
    select id, name from core.users where company_id = ${company.id} and id = any(${ids}::uuid[])
    union all
    select id, name from core.departments
    where company_id = ${company.id} and id = any(${ids}::uuid[])`)
  return rows.map(({ id, name }) => [id, name] as const)
}
