import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { newId } from '../../../core/db/id.ts'
import { sideOf } from '../../../core/fields/changes.ts'
import { notFound, Refusal } from '../../../core/http/refusal.ts'
import { absorb } from '../../../core/merging/absorbing.ts'
import { writeEntries } from '../../../core/own-fields/writing.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { addToTimeline } from '../../../core/records/timeline.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { holdHierarchy, parentsAbove, wayUp } from '../accounts/hierarchy.ts'
import { type Choices, chosen } from './choosing.ts'
import {
  differing,
  type List,
  type Mergeable,
  type Merged,
  mergeables,
  placeOf,
  stateOf,
} from './mergeable.ts'
import { settlePrimaries } from './primaries.ts'

type Side = { id: string; version?: number }

/**
 * Makes one record of two: the winner takes the chosen fields, and all that belongs to the loser,
 * whose row goes away. It can be taken back for thirty days.
 * @param winner,loser each with the version its reader saw, where somebody looked at them
 * @returns the merge; `conflict` when one was saved meanwhile, and nothing was written
 * @throws Refusal 404 when one is out of the person's hands, 400 for a record and itself
 */
export async function mergeRecords(
  scope: Scope,
  registry: Registry,
  list: List,
  winner: Side,
  loser: Side,
  choices: Choices,
): Promise<string | 'conflict'> {
  if (winner.id === loser.id) throw new Refusal(400)
  const mergeable = mergeables[list]
  const { kind, write } = mergeable
  if (list === 'accounts') await holdHierarchy(scope)
  const [old, gone] = await readBoth(scope, mergeable, winner.id, loser.id)
  if (isOlder(winner, old) || isOlder(loser, gone)) return 'conflict'
  const below = await parentsBelow(scope, [old, gone])
  const { values, place } = chosen(fieldsOf(scope, kind), old, gone, choices, below)
  const changed = differing(stateOf(old), { ...values, ...place })
  const two = { merge: newId(), winner: old.id, loser: gone.id }
  const primaries = await settlePrimaries(scope, kind, old.id, gone.id)
  // The loser's first, since a value may be one that only one record can have.
  await writeEntries(scope, kind.object, [{ id: gone.id, before: gone.values, after: {} }])
  await writeEntries(scope, kind.object, [{ id: old.id, before: old.values, after: values }])
  await write(scope, old.id, values, place)
  await absorb(scope, registry, kind, two, changed, { ...primaries })
  await scope.db.execute(sql`
    delete from contacts.duplicate_pairs where company_id = ${scope.company.id}
      and object = ${kind.object} and dismissed_at is null
      and (first_id = ${gone.id} or second_id = ${gone.id})`)
  await trace(scope, mergeable, old, gone, changed)
  return two.merge
}

const isOlder = ({ version }: Side, now: Merged): boolean =>
  version !== undefined && version !== now.version

/** Which parents of the two are one of the two, or stand somewhere below one of them. */
async function parentsBelow(scope: Scope, two: readonly Merged[]): Promise<Set<string>> {
  const parents = two.flatMap(({ parentId }) => parentId ?? [])
  if (parents.length === 0) return new Set()
  const above = await parentsAbove(scope, parents)
  const ids = two.map(({ id }) => id)
  return new Set(parents.filter((parent) => wayUp(above, parent).some((id) => ids.includes(id))))
}

/** Holds both, in one order for everybody, then reads them. */
async function readBoth(scope: Scope, { kind, read }: Mergeable, a: string, b: string) {
  const held = await scope.db.execute(sql`
    select id from ${kind.table} where company_id = ${scope.company.id}
      and id in (${a}, ${b}) and archived_at is null and ${within(scope, kind.edit, kind.table)}
    order by id for update`)
  if (held.length !== 2) throw notFound()
  return Promise.all([read(scope, a), read(scope, b)])
}

/** The name of the other one is told here: whoever sees the winner sees all that it took in. */
async function trace(
  scope: Scope,
  { kind: { object } }: Mergeable,
  winner: Merged,
  loser: Merged,
  changed: ReturnType<typeof differing>,
): Promise<void> {
  const { ownerId, departmentId } = placeOf(loser)
  await Promise.all([
    recordAudit(scope, {
      action: 'merged',
      object,
      recordId: winner.id,
      before: sideOf(changed, 0),
      after: { ...sideOf(changed, 1), mergedFrom: loser.values.name },
    }),
    recordAudit(scope, {
      action: 'merged-away',
      object,
      recordId: loser.id,
      before: { name: loser.values.name, ownerId, departmentId },
      after: { mergedInto: winner.values.name },
    }),
    addToTimeline(scope, object, winner.id, 'contacts.merged', {
      name: loser.values.name,
      changed,
    }),
  ])
}
