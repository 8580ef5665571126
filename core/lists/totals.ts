import { sql } from 'drizzle-orm'
import { within, withinPlaces } from '../access/within.ts'
import type { RecordKind, TallyTable } from '../records/kind.ts'
import type { InCompany, Scope } from '../scope.ts'
import { readRows } from './query.ts'
import { type Narrowed, narrow } from './search.ts'
import type { Filters, ListState } from './state.ts'
import { ownerIs, whereOf } from './where.ts'

/** Beyond this many a filtered list says "more than", until somebody wants to know. */
export const mostCounted = 10_000

/** How many records a list has in all; `more` when there are more than `count`. */
export type Total = { count: number; more: boolean }

/**
 * How many records a list has, without counting them where it can be known otherwise
 * (performance.md, "What was learned"). Undefined for a word so common that only a walk through
 * everything would tell; `state.exact` asks for that walk.
 */
export async function readTotal(
  scope: Scope,
  kind: RecordKind,
  state: ListState,
  narrowed: Narrowed,
): Promise<Total | undefined> {
  if (narrowed.kind === 'page') return totalOfWord(scope, kind, state, narrowed.total)
  if (narrowed.kind === 'all' && isTallied(state.filters))
    return tallied(scope, kind, state.filters)
  if (narrowed.kind === 'common' && !state.exact) return undefined
  const most = state.exact ? sql`` : sql`limit ${mostCounted + 1}`
  const [row] = await readRows<{ count: number }>(
    scope,
    kind,
    state,
    sql`
    select count(*)::int as count from (select from ${kind.table}
      where ${whereOf(scope, kind, kind.view, state.filters, narrowed)} ${most}) counted`,
  )
  const count = row?.count ?? 0
  const more = !state.exact && count > mostCounted
  return { count: more ? mostCounted : count, more }
}

/** A word so common that its hits were not counted on the way is counted when somebody asks. */
async function totalOfWord(
  scope: Scope,
  kind: RecordKind,
  state: ListState,
  total: number | undefined,
): Promise<Total | undefined> {
  if (total !== undefined) return { count: total, more: false }
  if (!state.exact) return undefined
  return readTotal(scope, kind, state, await narrow(scope, kind, state.query))
}

const isTallied = (filters: Filters): boolean =>
  Object.keys(filters).every((name) => ['owner', 'department', 'archived'].includes(name))

async function tallied(scope: Scope, kind: RecordKind, filters: Filters): Promise<Total> {
  const { owner, department, archived } = filters
  const { table: tallies, object } = kind.tallies
  const [row] = await scope.db.execute<{ count: number }>(sql`
    select coalesce(sum(${tallies.records}), 0)::int as count from ${tallies}
    where ${tallies.companyId} = ${scope.company.id} and ${tallies.object} = ${object}
      and ${tallies.archived} = ${archived === '1'} and ${within(scope, kind.view, tallies)}
      ${owner ? sql`and ${ownerIs(scope, owner, tallies)}` : sql``}
      ${department ? sql`and ${tallies.departmentId} = ${department}` : sql``}`)
  return { count: (row?.count ?? 0) + (await sharedBeside(scope, kind, filters)), more: false }
}

/** Records on which one collaborates and that lie outside of one's places: no sum holds them. */
async function sharedBeside(scope: Scope, kind: RecordKind, filters: Filters): Promise<number> {
  const { table, view } = kind
  const ids = scope.user.shared.get(view)
  if (!ids || scope.user.reach.get(view) === 'all') return 0
  const [row] = await scope.db.execute<{ count: number }>(sql`
    select count(*)::int as count from ${table}
    where ${whereOf(scope, kind, view, filters, { kind: 'ids', ids: [...ids] })}
      and (${withinPlaces(scope, view, table)}) is not true`)
  return row?.count ?? 0
}

/** Adds up what triggers noted since the last time, so that totals stay sums of few rows. */
export async function compactTallies({ db, company }: InCompany, table: TallyTable): Promise<void> {
  await db.execute(sql`
    with gone as (
      delete from ${table} where company_id = ${company.id} returning *
    )
    insert into ${table} (company_id, id, object, owner_id, department_id, archived, records)
    select ${company.id}, gen_random_uuid(), object, owner_id, department_id, archived, sum(records)
    from gone group by object, owner_id, department_id, archived having sum(records) <> 0`)
}
