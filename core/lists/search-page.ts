import { type SQL, sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import { haveSearched } from '../own-fields/values.ts'
import type { RecordKind } from '../records/kind.ts'
import { pageOf } from '../records/paging.ts'
import type { Scope } from '../scope.ts'
import { pageSize, readRows } from './query.ts'
import { finderOf, type Narrowed, narrow, type Patterns, patternsOf } from './search.ts'
import type { ListState } from './state.ts'
import { keptConditions, keptFilters, whereOf } from './where.ts'

/** Beyond this many hits, in the order of the list, one need not look far for fifty of them. */
const mostSorted = 5_000

type Row = { ids: string[]; candidates: number; total: number }

/**
 * Leaves of a list just the records of one page where a word is searched for, so that a common word
 * costs little more than a rare one (performance.md, "What was learned"): up to five thousand hits
 * are sorted where they are found, and for a commoner word the index of names is walked.
 */
export async function narrowToPage(
  scope: Scope,
  kind: RecordKind,
  state: ListState,
): Promise<Narrowed> {
  const wanted = patternsOf(state.query)
  if (!wanted) return { kind: 'all' }
  const isPlain = Object.keys(state.filters).every((name) => keptFilters.includes(name))
  if (state.sort !== 'name' || !isPlain) return narrow(scope, kind, state.query)
  const [row] = await scope.db.execute<Row>(sortedHits(scope, kind, state, wanted))
  if (!row || row.candidates <= mostSorted)
    return { kind: 'page', ids: row?.ids ?? [], total: row?.total ?? 0 }
  const query = firstHits(scope, kind, state, wanted)
  const walked = await readRows<{ id: string }>(scope, kind, state, query)
  return { kind: 'page', ids: walked.map(({ id }) => id), total: undefined }
}

function sortedHits(scope: Scope, kind: RecordKind, state: ListState, wanted: Patterns): SQL {
  const found = {
    id: sql`id`,
    ownerId: sql`owner_id`,
    departmentId: sql`department_id`,
    archivedAt: sql`archived_at`,
  }
  const sort = { column: sql`sort_name` }
  const { condition, order } = pageOf(sort, sql`id`, state.direction, state.cursor)
  const conditions = [
    within(scope, kind.view, found),
    ...keptConditions(scope, state.filters, found),
  ]
  return sql`
    with candidates as materialized (select * from ${finderOf(kind, wanted, mostSorted + 1)}),
      hits as materialized (select * from candidates where ${sql.join(conditions, sql` and `)})
    select (select count(*)::int from candidates) as candidates,
      (select count(*)::int from hits) as total,
      array(select id from hits where ${condition} order by ${order} limit ${pageSize + 1}) as ids`
}

/**
 * Walks the index of names, which holds all it takes when the word is Chinese: only names are, unless
 * the company has own texts. Other words may stand anywhere, and are common enough to be met soon.
 */
function firstHits(scope: Scope, kind: RecordKind, state: ListState, wanted: Patterns): SQL {
  const { table } = kind
  const sort = { column: table.sortName }
  const { condition, order } = pageOf(sort, table.id, state.direction, state.cursor)
  const namesAlone = wanted.inName && !haveSearched(scope.own.live(kind.object))
  const text = namesAlone ? table.sortName : table.search
  return sql`
    select ${table.id} as id from ${table}
    where ${whereOf(scope, kind, kind.view, state.filters, { kind: 'all' })} and ${condition}
      and coalesce(${text} like ${wanted.first} or ${text} like ${wanted.second}, false)
    order by ${order} limit ${pageSize + 1}`
}
