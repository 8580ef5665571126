import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { written } from '../db/plan.ts'
import type { RecordKind } from '../records/kind.ts'
import { pageOf } from '../records/paging.ts'
import { searchHeadLength } from '../records/table.ts'
import type { Scope } from '../scope.ts'
import { pageSize } from './query.ts'
import { holds, type Patterns } from './search.ts'
import type { ListState } from './state.ts'
import { whereOf } from './where.ts'

/**
 * Walks the index of names, so many of them at most, which holds the beginning of what a record is
 * found by. Whoever seems to hold the word, or has more than that, is looked at.
 */
export function firstHits(
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
  const known = { grams: sql`r.grams`, nameKey: sql`r.name_key`, search: sql`r.search` }
  return sql`
    select id from (
      select ${table.id} as id, ${table.sortName} as sort_name, ${table.searchHead} as words from ${table}
      where ${whereOf(scope, kind, kind.view, state.filters, { kind: 'all' })} and ${condition}
      order by ${order} ${names === undefined ? sql`` : sql`limit ${written(names)}`}) walked
    where (words like ${wanted.first} or words like ${wanted.second}
        or length(words) = ${written(searchHeadLength)})
      and (select ${holds(known, wanted)} from ${table} r
        where r.company_id = ${scope.company.id} and r.id = walked.id)
    order by ${page(sql`sort_name`, sql`id`).order} limit ${written(pageSize + 1)}`
}
