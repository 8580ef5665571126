import { type SQL, sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import { written } from '../db/plan.ts'
import { behindReading } from '../records/keys.ts'
import type { RecordKind } from '../records/kind.ts'
import { pageOf } from '../records/paging.ts'
import type { Scope } from '../scope.ts'
import { behindAll, containing } from '../values/part.ts'
import { seemsCommon } from './common-word.ts'
import { firstHits } from './first-hits.ts'
import { pageSize, readWalking } from './query.ts'
import { finderOf, type Narrowed, narrow, type Patterns, patternsOf } from './search.ts'
import type { ListState } from './state.ts'
import { keptConditions, keptFilters, whereOf } from './where.ts'

/** How many names are walked for a word that a sample tells to be common. */
const namesOfCommon = 20_000

/**
 * How far is looked then, step by step: so many hits are found and sorted, and of a word with more of
 * them so many names are walked. Fifty of a common word are met soon on such a walk, unless they stand
 * together far down; those are found and sorted after all.
 */
const steps = [
  { hits: 1_000, names: 10_000 },
  { hits: 40_000, names: undefined },
]

type Row = { ids: string[]; candidates: number; total: number }

/**
 * Leaves of a list just the records of one page where a word is searched for, so that a common word
 * costs little more than a rare one (performance.md, "What was learned"): few hits are sorted where
 * they are found, and for a commoner word the index of names is walked (decision 0052).
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
  const walk = async (names: number | undefined): Promise<Narrowed | undefined> => {
    const query = firstHits(scope, kind, state, wanted, names)
    const walked = await readWalking<{ id: string }>(scope, kind, state, query)
    return walked.length > pageSize || names === undefined
      ? { kind: 'page', ids: walked.map(({ id }) => id), total: undefined }
      : undefined
  }
  const isCommon = await seemsCommon(scope, kind, wanted)
  const early = isCommon && (await walk(namesOfCommon))
  if (early) return early
  for (const { hits, names } of steps) {
    const [row] = await scope.db.execute<Row>(sortedHits(scope, kind, state, wanted, hits))
    if (!row || row.candidates <= hits)
      return {
        kind: 'page',
        ids: row?.ids ?? [],
        total: row && row.total <= hits ? row.total : undefined,
      }
    const walked = (!isCommon || names === undefined) && (await walk(names))
    if (walked) return walked
  }
  return { kind: 'all' }
}

/**
 * Finds hits and sorts them. Names that begin with a Chinese word stand together in the index of names,
 * so there may be as many as there are: the first of them are read there.
 * @returns a query of one row; `total` beyond `most` is not the number of them
 */
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
  const heads = headsOf(scope, kind, state, wanted)
  return sql`
    with candidates as materialized (
        select * from ${finderOf(kind, wanted, most + 1, heads === undefined)}),
      hits as materialized (
        select id, sort_name from candidates where ${sql.join(conditions, sql` and `)}
        ${heads ? sql`union ${heads(most + 1)}` : sql``})
    select (select count(*)::int from candidates) as candidates,
      (select count(*)::int from hits) as total,
      array(select id from (select id, sort_name from hits
          ${heads ? sql`union ${heads(pageSize + 1, state.cursor)}` : sql``}) page
        where ${condition} order by ${order} limit ${pageSize + 1}) as ids`
}

/**
 * The names that begin with the wanted words, behind a cursor or from the first on.
 * @returns undefined of words that are no Chinese ones
 */
function headsOf(
  scope: Scope,
  kind: RecordKind,
  { filters, direction }: ListState,
  { begins, head }: Patterns,
): ((most: number, cursor?: ListState['cursor']) => SQL) | undefined {
  if (begins === null || head === undefined) return undefined
  const { sortName, id } = kind.table
  return (most, cursor) => {
    const { condition, order } = pageOf({ column: sortName }, id, direction, cursor)
    return sql`(
      select ${id} as id, ${sortName} as sort_name from ${kind.table}
      where ${whereOf(scope, kind, kind.view, filters, { kind: 'all' })}
        and ${sortName} >= ${head} and ${sortName} < ${head + behindAll}
        and ${sortName} like ${containing(behindReading + begins)} and ${condition}
      order by ${order} limit ${written(most)})`
  }
}
