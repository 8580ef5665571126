import { most } from '../conditions/tree.ts'
import { isId } from '../db/id.ts'
import { filterNamesOf } from '../own-fields/filtering.ts'
import type { OwnField } from '../own-fields/own-field.ts'
import { isSortable } from '../own-fields/sorting.ts'
import type { RecordKind } from '../records/kind.ts'
import { type Cursor, type Direction, readCursor } from '../records/paging.ts'
import { viewParam, wholeList } from './choosing.ts'

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
 * Filters by their names. `department` is an id; `owner` is an id, a name, `me` or `none`; `where` is
 * a combined filter; what a kind of record has itself stands in its declaration.
 */
export type Filters = Record<string, string>

/** How a kind of record is sorted and filtered. */
type Read = Pick<RecordKind, 'sorts' | 'wordFilters' | 'filters'>

const longest = 100

/** Each with the length its value may have; a combined filter is longer: core/conditions reads it. */
const namesOf = ({ wordFilters, filters }: Read): readonly { name: string; most?: number }[] => [
  { name: 'owner' },
  { name: 'department' },
  ...wordFilters.map((name) => ({ name })),
  { name: 'tag' },
  ...filters,
  { name: 'archived' },
  { name: 'where', most: most.address + 1 },
]

/**
 * Reads a list's address. Whatever makes no sense is left out rather than refused, since addresses
 * are kept in bookmarks for years.
 * @param kind the first of what it can be sorted by is the default
 * @param own the company's own fields of such records, which lists filter and sort by too
 */
export function readListState(
  params: URLSearchParams,
  kind: Read,
  own: readonly OwnField[] = [],
): ListState {
  const [, minus, wanted = ''] = /^(-?)(\w+)$/.exec(params.get('sort') ?? '') ?? []
  const sorts = Object.keys(kind.sorts)
  const known = sorts.includes(wanted) || own.some((one) => one.field === wanted && isSortable(one))
  return {
    query: plain(params.get('q')),
    sort: known ? wanted : (sorts[0] as string),
    direction: known && minus ? 'desc' : 'asc',
    cursor: readCursor(params),
    filters: { ...readFilters(params, kind), ...readOwnFilters(params, own) },
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

function readFilters(params: URLSearchParams, kind: Read): Filters {
  const ids = new Set([
    'department',
    ...kind.filters.flatMap(({ name, isId }) => (isId ? name : [])),
  ])
  const filters: Filters = {}
  for (const { name, most } of namesOf(kind)) {
    const value = plain(params.get(name), most)
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
    if (value !== '') filters[name] = value
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
