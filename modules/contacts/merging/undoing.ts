import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { type LeftAlone, release } from '../../../core/merging/absorbing.ts'
import { type Merge, mergeColumns, undoable, winnerOf } from '../../../core/merging/merges.ts'
import { writeEntries } from '../../../core/own-fields/writing.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import { type Cursor, cutPage, type Page, pageOf } from '../../../core/records/paging.ts'
import { addToTimeline } from '../../../core/records/timeline.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { holdHierarchy, isInCircle } from '../accounts/hierarchy.ts'
import { accountKind } from '../kinds.ts'
import { accounts } from '../schema.ts'
import {
  isSame,
  type List,
  type Mergeable,
  mergeables,
  type placeOf,
  stateOf,
} from './mergeable.ts'
import { giveSomePrimary, type Primaries, unsettlePrimaries } from './primaries.ts'

/** Fields that were changed since a merge, and rows that moved on; both were left as they are. */
export type Undone = { winner: string; loser: string; fields: string[]; rows: LeftAlone[] }

/** Merges that can be taken back, of which both records were in the person's hands. */
const mine = (scope: Scope, { kind }: Mergeable) => sql`
  core.merges m join ${kind.table} w on w.company_id = m.company_id and w.id = m.winner_id
  where m.company_id = ${scope.company.id} and m.object = ${kind.object} and m.undone_at is null
    and m.loser is not null and m.merged_at > now() - ${undoable}
    and ${within(scope, kind.edit, { id: sql`w.id`, ownerId: sql`w.owner_id`, departmentId: sql`w.department_id` })}
    and ${within(scope, kind.edit, {
      id: sql`m.loser_id`,
      ownerId: sql`(m.loser ->> 'owner_id')::uuid`,
      departmentId: sql`(m.loser ->> 'department_id')::uuid`,
    })}`

export const mergesPerPage = 25

/** Merges of the last thirty days, the latest first. */
export async function readMerges(scope: Scope, list: List, cursor?: Cursor): Promise<Page<Merge>> {
  const sort = { column: sql`m.merged_at`, cast: 'timestamptz' } as const
  const { condition, order } = pageOf(sort, sql`m.id`, 'desc', cursor)
  const rows = await scope.db.execute<Merge>(sql`
    select ${mergeColumns} from ${mine(scope, mergeables[list])} and ${condition}
    order by ${order} limit ${mergesPerPage + 1}`)
  return cutPage(rows, mergesPerPage, cursor)
}

/**
 * Takes a merge back. The record that went away is again what it was, with all that had moved; the
 * winner's fields are what they were before, but for those that somebody has changed since.
 * @throws ValueTaken when another record has got a value of the one that comes back
 * @throws Refusal 404 when it is out of the person's hands, taken back already, or too old
 */
export async function undoMerge(
  scope: Scope,
  registry: Registry,
  list: List,
  id: string,
): Promise<Undone> {
  const mergeable = mergeables[list]
  const { kind, read, write } = mergeable
  if (list === 'accounts') await holdHierarchy(scope)
  const [merge] = await scope.db.execute<Merge>(sql`
    select ${mergeColumns} from ${mine(scope, mergeable)} and m.id = ${id} for update of m, w`)
  if (!merge) throw notFound()
  const { winner, loser } = merge
  const primaries = merge.notes as Primaries
  await unsettlePrimaries(scope, primaries, 'before')
  if (list === 'accounts') await mendParent(scope, id)
  const rows = await release(scope, registry, kind, { merge: id, winner, loser })
  await unsettlePrimaries(scope, primaries, 'after')
  if (list === 'people') await giveSomePrimary(scope, winner)
  const now = await read(scope, winner)
  const state = stateOf(now)
  const back = Object.entries(merge.changed).filter(([key, [, after]]) => isSame(state[key], after))
  const fields = Object.keys(merge.changed).filter((key) => !back.some(([name]) => name === key))
  const next = { ...state, ...Object.fromEntries(back.map(([key, [before]]) => [key, before])) }
  const { ownerId, departmentId, parentId, ...values } = next as Record<string, unknown> &
    ReturnType<typeof placeOf>
  if (back.length > 0) await write(scope, winner, values, { ownerId, departmentId, parentId })
  if (list === 'accounts') for (const one of [winner, loser]) await breakCircle(scope, one, fields)
  const returned = await read(scope, loser)
  await writeEntries(scope, kind.object, [{ id: winner, before: now.values, after: values }])
  await writeEntries(scope, kind.object, [{ id: loser, before: {}, after: returned.values }])
  await trace(scope, mergeable, merge, Object.fromEntries(back))
  return { winner, loser, fields, rows }
}

/** What the record stood below may have gone into another one meanwhile: that is its parent then. */
async function mendParent(scope: Scope, merge: string): Promise<void> {
  const company = scope.company.id
  const [lost] = await scope.db.execute<{ parent: string }>(sql`
    select loser ->> 'parent_id' as parent from core.merges m
    where company_id = ${company} and id = ${merge} and loser ->> 'parent_id' is not null
      and not exists (select from ${accounts} a where a.company_id = ${company}
        and a.id = (m.loser ->> 'parent_id')::uuid)`)
  if (!lost) return
  const parent = (await winnerOf(scope, accountKind.object, lost.parent)) ?? null
  await scope.db.execute(sql`
    update core.merges set loser = jsonb_set(loser, '{parent_id}', ${JSON.stringify(parent)}::jsonb)
    where company_id = ${company} and id = ${merge}`)
}

/** What an account stood below may have been put below it, or below what is its own again. */
async function breakCircle(scope: Scope, id: string, left: string[]): Promise<void> {
  if (!(await isInCircle(scope, id))) return
  await scope.db.execute(sql`
    update ${accounts} set parent_id = null where company_id = ${scope.company.id} and id = ${id}`)
  if (!left.includes('parentId')) left.push('parentId')
}

async function trace(
  scope: Scope,
  { kind: { object } }: Mergeable,
  { winner, loser, loserName, winnerName }: Merge,
  back: Merge['changed'],
): Promise<void> {
  const side = (at: 0 | 1) =>
    Object.fromEntries(Object.entries(back).map(([key, pair]) => [key, pair[at]]))
  await Promise.all([
    recordAudit(scope, {
      action: 'unmerged',
      object,
      recordId: winner,
      before: { ...side(1), mergedFrom: loserName },
      after: side(0),
    }),
    recordAudit(scope, {
      action: 'unmerged',
      object,
      recordId: loser,
      before: { mergedInto: winnerName },
      after: { name: loserName },
    }),
    addToTimeline(scope, object, winner, 'contacts.unmerged', { name: loserName }),
    addToTimeline(scope, object, loser, 'contacts.unmerged', { name: winnerName }),
  ])
}
