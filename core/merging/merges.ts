import { type SQL, sql } from 'drizzle-orm'
import type { ChangedFields } from '../fields/changes.ts'
import type { Scope } from '../scope.ts'

/** A merge that can still be taken back. */
export type Merge = {
  id: string
  sortedBy: string
  winner: string
  loser: string
  loserName: string
  winnerName: string
  changed: ChangedFields
  notes: Record<string, unknown>
  by: string | null
  at: Date
}

/** For so long a merge can be taken back; afterwards the record that went away is forgotten. */
export const undoable = sql`interval '30 days'`

/**
 * The record another one became; undefined when it was never merged, or the merge was taken back.
 * The caller makes sure that the winner may be seen.
 */
export async function winnerOf(
  scope: Scope,
  object: string,
  loser: string,
): Promise<string | undefined> {
  const [last] = await scope.db.execute<{ id: string }>(sql`
    with recursive way as (
      select winner_id as id, 1 as step from core.merges where company_id = ${scope.company.id}
        and object = ${object} and loser_id = ${loser} and undone_at is null
      union all
      select m.winner_id, way.step + 1 from way join core.merges m
        on m.company_id = ${scope.company.id} and m.object = ${object} and m.loser_id = way.id
        and m.undone_at is null where way.step < 100)
    select id from way order by step desc limit 1`)
  return last?.id
}

/** The columns of a merge, of `m` with its winner as `w`. */
export const mergeColumns: SQL = sql`m.id, m.merged_at::text as "sortedBy", m.winner_id as winner,
  m.loser_id as loser, m.loser ->> 'name' as "loserName", w.name as "winnerName", m.changed, m.notes,
  (select u.name from core.users u where u.company_id = m.company_id and u.id = m.merged_by) as by,
  m.merged_at as at`

/** Forgets what of old merges could be brought back; the way to the winner stays. */
export async function forgetMerged(scope: Scope): Promise<void> {
  const old = sql`company_id = ${scope.company.id} and loser is not null
    and merged_at < now() - ${undoable}`
  await scope.db.execute(sql`
    with old as (update core.merges set loser = null, changed = '{}', notes = '{}'
      where ${old} returning id)
    delete from core.merge_moves where company_id = ${scope.company.id}
      and merge_id in (select id from old)`)
}
