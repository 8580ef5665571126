import { most } from '../../../core/conditions/tree.ts'
import { isId } from '../../../core/db/id.ts'
import { viewParam, wholeList } from '../../../core/lists/choosing.ts'
import { filterNamesOf } from '../../../core/own-fields/filtering.ts'
import type { OwnField } from '../../../core/own-fields/own-field.ts'
import { isSortable } from '../../../core/own-fields/sorting.ts'
import { type Cursor, type Direction, readCursor } from '../../../core/records/paging.ts'

/** What a list shows, as its address says it. */
export type ListState = {
  query: string
  sort: string
  direction: Direction
  cursor: Cursor | undefined
  filters: Filters
  /** Count to the end, however many there are. */
  exact: boolean
  /** Id of the saved view it began with, `all` for the whole list, or empty. */
  view: string
  /** Keys of the columns to show; null for the person's own choice. */
  columns: string[] | null
}

/**
 * `department` and `account` are ids; `owner` is an id, a name, `me` or `none`; the others are
 * words, and `where` is a combined filter. `basis` is a key, or `none`; `retention` is `over`.
 */
export const filterNames = [
  'owner',
  'department',
  'region',
  'industry',
  'level',
  'tag',
  'account',
  'basis',
  'retention',
  'archived',
  'where',
] as const
export type Filters = Partial<Record<(typeof filterNames)[number], string>> & {
  [own: `own_${string}`]: string
}

const ids = new Set<string>(['department', 'account'])
const longest = 100

/** A combined filter is longer: core/conditions reads it. */
const lengths: Partial<Record<string, number>> = { where: most.address + 1 }

/**
 * Reads a list's address. Whatever makes no sense is left out rather than refused, since addresses
 * are kept in bookmarks for years.
 * @param sorts what the list can be sorted by; the first is the default
 * @param own the company's own fields of such records, which lists filter and sort by too
 */
export function readListState(
  params: URLSearchParams,
  sorts: readonly string[],
  own: readonly OwnField[] = [],
): ListState {
  const [, minus, wanted = ''] = /^(-?)(\w+)$/.exec(params.get('sort') ?? '') ?? []
  const known = sorts.includes(wanted) || own.some((one) => one.field === wanted && isSortable(one))
  return {
    query: plain(params.get('q')),
    sort: known ? wanted : (sorts[0] as string),
    direction: known && minus ? 'desc' : 'asc',
    cursor: readCursor(params),
    filters: { ...readFilters(params), ...readOwnFilters(params, own) },
    exact: params.get('count') === 'exact',
    view: viewIn(params),
    columns: columnsIn(params),
  }
}

function viewIn(params: URLSearchParams): string {
  const view = params.get(viewParam) ?? ''
  return view === wholeList || isId(view) ? view : ''
}

const mostColumns = 60

function columnsIn(params: URLSearchParams): string[] | null {
  const keys = (params.get('columns') ?? '').split(',').filter((key) => /^\w{1,80}$/.test(key))
  return params.has('columns') ? [...new Set(keys)].slice(0, mostColumns) : null
}

const plain = (text: string | null, most = longest): string =>
  (text ?? '').replaceAll('\0', '').toWellFormed().trim().slice(0, most)

export function readFilters(params: URLSearchParams): Filters {
  const filters: Filters = {}
  for (const name of filterNames) {
    const value = plain(params.get(name), lengths[name])
    if (value === '' || (name === 'archived' && value !== '1')) continue
    if (ids.has(name) && !isId(value)) continue
    filters[name] = value
  }
  return filters
}

function readOwnFilters(params: URLSearchParams, own: readonly OwnField[]): Filters {
  const filters: Filters = {}
  for (const name of own.flatMap(filterNamesOf)) {
    const value = plain(params.get(name))
    if (value !== '') filters[name as `own_${string}`] = value
  }
  return filters
}

type Changeable = 'query' | 'sort' | 'direction' | 'exact' | 'view' | 'columns'
export type StateChange = Partial<Pick<ListState, Changeable>> & {
  filters?: Filters
  before?: string
  after?: string
}

/** What lists are sorted by unless asked otherwise; their addresses need not say it. */
export const usualSort = 'name'

/** The parameters of a state without its cursor; a change leads to its first page. */
export function paramsOf(state: ListState, change: StateChange = {}): [string, string][] {
  const { query, sort, direction, filters, exact, view, columns } = {
    ...{ ...state, exact: false },
    ...change,
  }
  // Behind a saved view an address always says a sort, which tells it from the bare view.
  const isUsual = sort === usualSort && (!view || view === wholeList)
  const all: [string, string | undefined][] = [
    ['q', query],
    ['sort', direction === 'desc' ? `-${sort}` : isUsual ? '' : sort],
    ...Object.entries(filters),
    ['columns', columns?.join(',')],
    [viewParam, view],
    ['count', exact ? 'exact' : ''],
    ['before', change.before],
    ['after', change.after],
  ]
  return all.filter((pair): pair is [string, string] => Boolean(pair[1]))
}

/** The address of a list in another state. */
export function hrefOf(path: string, state: ListState, change: StateChange = {}): string {
  const query = new URLSearchParams(paramsOf(state, change)).toString()
  return query ? `${path}?${query}` : path
}
