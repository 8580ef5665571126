import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { rangesOf, within } from '../../../core/access/within.ts'
import { isId } from '../../../core/db/id.ts'
import { readPlanned, written } from '../../../core/db/plan.ts'
import { ownConditions } from '../../../core/own-fields/filtering.ts'
import { type OwnField, ownPrefix } from '../../../core/own-fields/own-field.ts'
import { ownPage } from '../../../core/own-fields/sorting.ts'
import { pageOf, rangedPage, type Sort } from '../../../core/records/paging.ts'
import type { Scope } from '../../../core/scope.ts'
import type { RecordKind } from '../kinds.ts'
import { accounts, people, personAccounts } from '../schema.ts'
import { today } from '../tasks/days.ts'
import { combinedSql } from './combined.ts'
import type { Narrowed } from './search.ts'
import type { Filters, ListState } from './state.ts'

export const pageSize = 50

const common = (table: RecordKind['table']): Record<string, Sort> => ({
  name: { column: table.sortName },
  updated: { column: table.updatedAt, cast: 'timestamptz' },
  created: { column: table.createdAt, cast: 'timestamptz' },
})

/** What lists can be sorted by; there is an index for each. The first is the default. */
export const sorts: Record<RecordKind['list'], Record<string, Sort>> = {
  accounts: {
    ...common(accounts),
    industry: { column: accounts.industry },
    region: { column: accounts.region },
  },
  people: common(people),
}

/** Which records a list shows: those of the company, within reach, that every filter lets through. */
export function whereOf(
  scope: Scope,
  kind: RecordKind,
  permission: string,
  filters: Filters,
  narrowed: Narrowed,
): SQL {
  const { table } = kind
  const all = [
    sql`${table.companyId} = ${scope.company.id}`,
    within(scope, permission, table),
    ...keptConditions(scope, filters, table),
    ...otherConditions(scope, kind, filters),
    ...combinedSql(scope, kind, filters),
    ...ownConditions(scope, scope.own.live(kind.object), filters, table.id),
  ]
  if (narrowed.kind === 'ids' || narrowed.kind === 'page')
    all.push(sql`${table.id} = any(${sql.param(narrowed.ids)}::uuid[])`)
  if (narrowed.kind === 'common') all.push(narrowed.condition)
  return sql.join(all, sql` and `)
}

/** The filters about whose a record is and whether it is put away. */
export const keptFilters: readonly string[] = ['owner', 'department', 'archived']

/** The columns they ask. */
type Kept = { ownerId: SQLWrapper; departmentId: SQLWrapper; archivedAt: SQLWrapper }

/** What those filters ask, of a table or of what was found for a word. */
export function keptConditions(scope: Scope, filters: Filters, record: Kept): SQL[] {
  const { owner, department, archived } = filters
  const conditions = [
    archived ? sql`${record.archivedAt} is not null` : sql`${record.archivedAt} is null`,
  ]
  if (owner) conditions.push(ownerIs(scope, owner, record))
  if (department) conditions.push(sql`${record.departmentId} = ${department}`)
  return conditions
}

/** Whose records: nobody's, one's own, a colleague's by id, or of everybody of a name. */
export function ownerIs(scope: Scope, owner: string, { ownerId }: Pick<Kept, 'ownerId'>): SQL {
  if (owner === 'none') return sql`${ownerId} is null`
  if (owner === 'me') return sql`${ownerId} = ${scope.user.id}`
  if (isId(owner)) return sql`${ownerId} = ${owner}`
  return sql`${ownerId} in (select u.id from core.users u
    where u.company_id = ${scope.company.id} and u.name = ${owner})`
}

function otherConditions(
  scope: Scope,
  { table, list, object }: RecordKind,
  filters: Filters,
): SQL[] {
  const { region, industry, level, tag, account, basis, retention } = filters
  const company = scope.company.id
  const conditions: SQL[] = []
  if (region) conditions.push(sql`${table.region} = ${region}`)
  if (tag)
    conditions.push(sql`${table.id} in (select g.record_id from core.taggings g
      join core.tags t on t.company_id = g.company_id and t.id = g.tag_id
      where g.company_id = ${company} and t.object = ${object}
        and t.name = ${tag})`)
  if (list === 'people' && account)
    conditions.push(sql`${table.id} in (
    select ${personAccounts.personId} from ${personAccounts}
    join ${accounts} on ${accounts.companyId} = ${company} and ${accounts.id} = ${account}
      and ${within(scope, 'contacts.accounts.view', accounts)}
    where ${personAccounts.companyId} = ${company} and ${personAccounts.accountId} = ${account})`)
  if (list === 'accounts' && account)
    conditions.push(sql`${accounts.parentId} = ${account} and exists (select from ${accounts}
      where ${accounts.companyId} = ${company} and ${accounts.id} = ${account}
        and ${within(scope, 'contacts.accounts.view', accounts)})`)
  if (list === 'people' && basis)
    conditions.push(sql`${people.lawfulBasis} = ${basis === 'none' ? '' : basis}`)
  if (list === 'people' && retention) conditions.push(sql`${people.retainUntil} < ${today(scope)}`)
  if (list === 'accounts' && industry) conditions.push(sql`${accounts.industry} = ${industry}`)
  if (list === 'accounts' && level) conditions.push(sql`${accounts.level} = ${level}`)
  return conditions
}

/** What stands behind `from`, and the text by which the next page goes on. */
export type PageQuery = { from: SQL; sortedBy: SQL }

/**
 * Table, where, order and limit of one page of a list; its rows bear the name of the list.
 * @param size how many rows a page has; one more is read, to know whether there is a next page
 */
export function pageQuery(
  scope: Scope,
  kind: RecordKind,
  state: ListState,
  narrowed: Narrowed,
  size = pageSize,
): PageQuery {
  const { table, list, view } = kind
  const { filters, direction, cursor } = state
  const own = scope.own.live(kind.object).find(({ field }) => field === state.sort)
  if (own) return ownPageQuery(scope, kind, state, narrowed, own, size)
  const sort = sorts[list][state.sort] as Sort
  const where = whereOf(scope, kind, view, filters, narrowed)
  const limit = written(size + 1)
  const ranges = isWhole(state) && narrowed.kind === 'all' && rangesOf(scope, view, table)
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

/** Whether what is read is the head of an index, or of several. */
const isKnown = (
  scope: Scope,
  view: string,
  table: RecordKind['table'],
  state: Pick<ListState, 'filters'> & { sort?: string },
): boolean =>
  !state.sort?.startsWith(ownPrefix) &&
  Object.keys(state.filters).length === 0 &&
  (scope.user.reach.get(view) === 'all' ||
    (isWhole(state) && rangesOf(scope, view, table) !== undefined))

/** Reads by a plan of its own whatever leaves out some of the records, and nobody knows how many. */
export const readRows = <Row extends Record<string, unknown>>(
  scope: Scope,
  { view, table }: RecordKind,
  state: Pick<ListState, 'filters'> & { sort?: string },
  query: SQL,
): Promise<Row[]> =>
  isKnown(scope, view, table, state)
    ? scope.db.execute<Row>(query).then((rows) => rows as unknown as Row[])
    : readPlanned<Row>(scope.db, query)
