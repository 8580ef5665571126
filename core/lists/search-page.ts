import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import { written } from '../db/plan.ts'
import { haveSearched } from '../own-fields/values.ts'
import type { RecordKind } from '../records/kind.ts'
import { pageOf } from '../records/paging.ts'
import type { Scope } from '../scope.ts'
import { pageSize, readWalking } from './query.ts'
import { finderOf, type Narrowed, narrow, type Patterns, patternsOf } from './search.ts'
import type { ListState } from './state.ts'
import { keptConditions, keptFilters, whereOf } from './where.ts'

/**
 * How far is looked, step by step: so many hits are found and sorted, and of a word with more of them
 * so many names are walked. Fifty of a common word are met soon on such a walk, unless they all begin
 * alike and stand together far down; those are found and sorted after all.
 */
const steps = [
  { hits: 1_000, names: 10_000 },
  { hits: 5_000, names: undefined },
]

type Row = { ids: string[]; candidates: number; total: number }

/**
 * Leaves of a list just the records of one page where a word is searched for, so that a common word
 * costs little more than a rare one (performance.md, "What was learned"): few hits are sorted where
 * they are found, and for a commoner word the index of names is walked.
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
  for (const { hits, names } of steps) {
    const [row] = await scope.db.execute<Row>(sortedHits(scope, kind, state, wanted, hits))
    if (!row || row.candidates <= hits)
      return { kind: 'page', ids: row?.ids ?? [], total: row?.total ?? 0 }
    const query = firstHits(scope, kind, state, wanted, names)
    const walked = await readWalking<{ id: string }>(scope, kind, state, query)
    if (walked.length > pageSize || names === undefined)
      return { kind: 'page', ids: walked.map(({ id }) => id), total: undefined }
  }
  return { kind: 'all' }
}

function sortedHits(
  scope: Scope,
  kind: RecordKind,
  state: ListState,
  wanted: Patterns,
  most: number,
): SQL {
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
    with candidates as materialized (select * from ${finderOf(kind, wanted, most + 1)}),
      hits as materialized (select * from candidates where ${sql.join(conditions, sql` and `)})
    select (select count(*)::int from candidates) as candidates,
      (select count(*)::int from hits) as total,
      array(select id from hits where ${condition} order by ${order} limit ${pageSize + 1}) as ids`
}

/**
 * Walks the index of names, so many of them at most, which holds all it takes when the word is
 * Chinese: only names are, unless the company has own texts. Other words may stand anywhere, and are
 * common enough to be met soon.
 */
function firstHits(
  scope: Scope,
  kind: RecordKind,
  state: ListState,
  wanted: Patterns,
  names: number | undefined,
): SQL {
  const { table } = kind
  const page = (column: SQLWrapper, id: SQLWrapper) =>
    pageOf({ column }, id, state.direction, state.cursor)
  const { condition, order } = page(table.sortName, table.id)
  const hasTexts = kind.foundByTexts || haveSearched(scope.own.live(kind.object))
  const namesAlone = wanted.inName && !hasTexts
  const text = namesAlone ? table.sortName : table.search
  return sql`
    select id from (
      select ${table.id} as id, ${table.sortName} as sort_name, ${text} as words from ${table}
      where ${whereOf(scope, kind, kind.view, state.filters, { kind: 'all' })} and ${condition}
      order by ${order} ${names === undefined ? sql`` : sql`limit ${written(names)}`}) walked
    where words like ${wanted.first} or words like ${wanted.second}
    order by ${page(sql`sort_name`, sql`id`).order} limit ${written(pageSize + 1)}`
}
