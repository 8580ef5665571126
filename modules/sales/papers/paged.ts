import { type SQL, sql } from 'drizzle-orm'
import {
  type Cursor,
  cutPage,
  type Direction,
  type Page,
  pageOf,
  type Sort,
} from '../../../core/records/paging.ts'
import type { Scope } from '../../../core/scope.ts'
import { searchKeys, searchQuery } from '../../../core/values/names.ts'

/** How many rows a page of a list has. */
const pageSize = 50

export type Paged<Row> = { page: Page<Row & { sortedBy: string }>; total: number }

type Question = {
  columns: SQL
  from: SQL
  where: SQL
  sort: Sort
  id: SQL
  direction: Direction
  cursor: Cursor | undefined
  size?: number
}

/** One page of a list and how many rows it has on all pages. */
export async function readPaged<Row extends { id: string }>(
  scope: Scope,
  { columns, from, where, sort, id, direction, cursor, size = pageSize }: Question,
): Promise<Paged<Row>> {
  const { condition, order } = pageOf(sort, id, direction, cursor)
  const [rows, [counted]] = await Promise.all([
    scope.db.execute<Row & { sortedBy: string }>(sql`
      select ${columns}, ${sort.column}::text as "sortedBy" from ${from}
      where ${where} and ${condition} order by ${order} limit ${size + 1}`),
    scope.db.execute<{ total: number }>(sql`
      select count(*)::int as total from ${from} where ${where}`),
  ])
  // The driver's rows are of the type that was asked for; it cannot say so of a type parameter.
  const read = rows as unknown as (Row & { sortedBy: string })[]
  return { page: cutPage(read, size, cursor), total: counted?.total ?? 0 }
}

/** All that a paper is found by, line by line: its number, its name, pinyin and initials. */
export const searchLines = (...texts: readonly string[]): string =>
  texts
    .flatMap((one) => {
      const { text, pinyin, initials } = searchKeys(one)
      return [text, ...pinyin, ...initials]
    })
    .filter(Boolean)
    .join('\n')

/** Which of the lines holds what somebody typed. */
export function matching(search: SQL, typed: string): SQL {
  const { kind, text, words } = searchQuery(typed)
  if (kind === 'none') return sql`true`
  return sql`(strpos(${search}, ${words}) > 0 or strpos(${search}, ${text}) > 0)`
}
