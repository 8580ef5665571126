import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { isId } from '../db/id.ts'

/**
 * What a list is sorted by. Ties are broken by the id, so the order is total and paging is stable.
 * @property column a column that is never null
 * @property cast how a cursor's text becomes the column's type; text needs none
 */
export type Sort = { column: SQLWrapper; cast?: 'timestamptz' | 'date' | 'uuid' | 'integer' }

export type Direction = 'asc' | 'desc'

/** Where a page begins: behind (or before) the row with this value and id. */
export type Cursor = { side: 'after' | 'before'; value: string; id: string }

/** A cursor as a page address carries it; nothing for one that somebody made up. */
export function readCursor(params: URLSearchParams): Cursor | undefined {
  for (const side of ['after', 'before'] as const) {
    const [value, id] = decode(params.get(side))
    if (typeof value === 'string' && typeof id === 'string' && isId(id)) return { side, value, id }
  }
  return undefined
}

function decode(text: string | null): unknown[] {
  if (!text) return []
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}

const encode = (value: string, id: string): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url')

/** The part of a query that takes one page: condition and order; `limit size + 1` shows a further page. */
export function pageOf(
  { column, cast }: Sort,
  id: SQLWrapper,
  direction: Direction,
  cursor: Cursor | undefined,
): { condition: SQL; order: SQL } {
  const forward = cursor?.side !== 'before'
  const up = (direction === 'asc') === forward
  const way = up ? sql`asc` : sql`desc`
  const order = sql`${column} ${way}, ${id} ${way}`
  if (!cursor || !fits(cursor.value, cast)) return { condition: sql`true`, order }
  const value = casts[cast ?? 'text'](cursor.value)
  const sign = up ? sql`>` : sql`<`
  return { condition: sql`(${column}, ${id}) ${sign} (${value}, ${cursor.id}::uuid)`, order }
}

/** A moment goes as text, because a JavaScript date has no microseconds. */
const casts = {
  text: (value: string) => sql`${value}::text`,
  timestamptz: (value: string) => sql`${value}::text::timestamptz`,
  date: (value: string) => sql`${value}::text::date`,
  uuid: (value: string) => sql`${value}::uuid`,
  integer: (value: string) => sql`${value}::text::integer`,
}

const moment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/

const day = /^\d{4}-\d\d-\d\d$/

function fits(value: string, cast: Sort['cast']): boolean {
  if (value.includes('\0')) return false
  if (cast === 'uuid') return isId(value)
  if (cast === 'integer') return /^-?\d{1,9}$/.test(value)
  if (cast === 'date') return day.test(value) && !Number.isNaN(Date.parse(value))
  return cast !== 'timestamptz' || (moment.test(value) && !Number.isNaN(Date.parse(value)))
}

/**
 * The page of a list of which every condition in `ranges` is a stretch of an index in the list's
 * order: the head of each is read, and the page is the head of them together. So it costs the same
 * whether the reader sees most records or three of a hundred thousand, and its plan suits both.
 * @param where what holds for all of it; the ranges only lead to it, they are not believed
 * @param name what the rows are called in the query around it
 * @returns what stands behind `from`: all columns of the table, and sorted_by
 */
export function rangedPage(
  table: SQLWrapper & { id: SQLWrapper },
  { column, cast }: Sort,
  direction: Direction,
  cursor: Cursor | undefined,
  ranges: readonly SQL[],
  where: SQL,
  limit: SQL,
  name: string,
): SQL {
  const { condition, order } = pageOf({ column, cast }, table.id, direction, cursor)
  const heads = ranges.map(
    (range) => sql`(select ${table}.*, ${column} as sorted_by from ${table}
      where ${where} and ${range} and ${condition} order by ${order} limit ${limit})`,
  )
  const together = pageOf({ column: sql`sorted_by`, cast }, sql`id`, direction, cursor)
  return sql`(${sql.join(heads, sql` union all `)}) ${sql.identifier(name)}
    order by ${together.order} limit ${limit}`
}

/** A page of rows in the list's order, and the cursors of the pages beside it. */
export type Page<Row> = { rows: Row[]; before?: string; after?: string }

/**
 * Makes a page out of what was read with `limit size + 1`.
 * @param rows each with the text of what the list is sorted by
 */
export function cutPage<Row extends { id: string; sortedBy: string }>(
  rows: readonly Row[],
  size: number,
  cursor: Cursor | undefined,
): Page<Row> {
  const backward = cursor?.side === 'before'
  const more = rows.length > size
  const kept = rows.slice(0, size)
  if (backward) kept.reverse()
  const [first, last] = [kept[0], kept.at(-1)]
  const hasBefore = backward ? more : cursor !== undefined
  const hasAfter = backward || more
  return {
    rows: kept,
    before: hasBefore && first ? encode(first.sortedBy, first.id) : undefined,
    after: hasAfter && last ? encode(last.sortedBy, last.id) : undefined,
  }
}
