import { type SQL, sql } from 'drizzle-orm'
import { rangesOf } from '../access/within.ts'
import { readInOrder, readPlanned, written } from '../db/plan.ts'
import { type OwnField, ownPrefix } from '../own-fields/own-field.ts'
import { ownPage } from '../own-fields/sorting.ts'
import type { RecordKind, RecordTable } from '../records/kind.ts'
import { pageOf, rangedPage, type Sort } from '../records/paging.ts'
import type { Scope } from '../scope.ts'
import type { Narrowed } from './search.ts'
import type { ListState } from './state.ts'
import { whereOf } from './where.ts'

export const pageSize = 50

/** What every list can be sorted by; the first is the default. */
export const commonSorts = (table: RecordTable): Record<string, Sort> => ({
  name: { column: table.sortName },
  updated: { column: table.updatedAt, cast: 'timestamptz' },
  created: { column: table.createdAt, cast: 'timestamptz' },
})

/** What stands behind `from`, and the text by which the next page goes on. */
export type PageQuery = { from: SQL; sortedBy: SQL }

/**
 * Table, where, order and limit of one page of a list; its rows bear the name of the list.
 * @param size how many rows a page has; one more is read, to know whether there is a next page
 * @param ranged whether the columns around it name no schema, so that rows may come from ranges
 */
export function pageQuery(
  scope: Scope,
  kind: RecordKind,
  state: ListState,
  narrowed: Narrowed,
  size = pageSize,
  ranged = false,
): PageQuery {
  const { table, list, view, sorts } = kind
  const { filters, direction, cursor } = state
  const own = scope.own.live(kind.object).find(({ field }) => field === state.sort)
  if (own) return ownPageQuery(scope, kind, state, narrowed, own, size)
  const sort = sorts[state.sort] as Sort
  const where = whereOf(scope, kind, view, filters, narrowed)
  const limit = written(size + 1)
  const ranges = ranged && isWhole(state) && narrowed.kind === 'all' && rangesOf(scope, view, table)
  if (ranges)
    return {
      sortedBy: sql`sorted_by`,
      from: rangedPage(table, sort, direction, cursor, ranges, where, limit, list),
    }
  const { condition, order } = pageOf(sort, table.id, direction, cursor)
  return {
    sortedBy: sql`${sort.column}::text`,
    from: sql`${table} where ${where} and ${condition} order by ${order} limit ${limit}`,
  }
}

/** A list as it is first opened, which is how most people see it: by name, all but the archived. */
const isWhole = ({ filters, sort }: Pick<ListState, 'filters'> & { sort?: string }): boolean =>
  Object.keys(filters).length === 0 && sort === 'name'

/** The same by an own field: the page is cut among its entries, and the records are read to it. */
function ownPageQuery(
  scope: Scope,
  kind: RecordKind,
  { filters, direction, cursor }: ListState,
  narrowed: Narrowed,
  field: OwnField,
  size: number,
): PageQuery {
  const where = whereOf(scope, kind, kind.view, filters, narrowed)
  const page = ownPage(scope, kind.table, field, where, { direction, cursor, size })
  return {
    sortedBy: sql`page.sorted_by`,
    from: sql`${kind.table} join (${page}) page on page.record_id = ${kind.table.id}
      where ${kind.table.companyId} = ${scope.company.id} order by page.part, page.place`,
  }
}

/** The own values that a list can show, if the company has any such fields. */
export const ownOf = (scope: Scope, { object }: RecordKind): SQL => {
  const fields = scope.own.live(object)
  const long = fields.filter(({ own }) => own.kind === 'long_text').map(({ own }) => own.key)
  return fields.length > 0 ? sql`, own - ${sql.param(long)}::text[] as own` : sql``
}

/**
 * Reads the first that hold a word out of a list in the order of an index: of a whole list by walking
 * it, of a part of one as the planner finds best.
 */
export const readWalking = <Row extends Record<string, unknown>>(
  scope: Scope,
  { view, table }: RecordKind,
  state: Pick<ListState, 'filters'> & { sort?: string },
  query: SQL,
): Promise<Row[]> =>
  isKnown(scope, view, table, state, false)
    ? readInOrder<Row>(scope.db, query)
    : readPlanned<Row>(scope.db, query)

/** Whether what is read is the head of an index, or of several. */
const isKnown = (
  scope: Scope,
  view: string,
  table: RecordKind['table'],
  state: Pick<ListState, 'filters'> & { sort?: string },
  ranged: boolean,
): boolean =>
  !state.sort?.startsWith(ownPrefix) &&
  Object.keys(state.filters).length === 0 &&
  (scope.user.reach.get(view) === 'all' ||
    (ranged && isWhole(state) && rangesOf(scope, view, table) !== undefined))

/**
 * Reads by a plan of its own whatever leaves out some of the records, and nobody knows how many.
 * @param ranged as it was given to `pageQuery`
 */
export const readRows = <Row extends Record<string, unknown>>(
  scope: Scope,
  { view, table }: RecordKind,
  state: Pick<ListState, 'filters'> & { sort?: string },
  query: SQL,
  ranged = false,
): Promise<Row[]> =>
  isKnown(scope, view, table, state, ranged)
    ? scope.db.execute<Row>(query).then((rows) => rows as unknown as Row[])
    : readPlanned<Row>(scope.db, query)
