import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import { isId } from '../db/id.ts'
import { ownConditions } from '../own-fields/filtering.ts'
import { columnOf, type RecordKind } from '../records/kind.ts'
import type { Scope } from '../scope.ts'
import { combinedSql } from './combined.ts'
import type { Narrowed } from './search.ts'
import type { Filters } from './state.ts'

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

/** By a tag, by the words of its fields, and by whatever this kind of record has itself. */
function otherConditions(
  scope: Scope,
  { table, object, wordFilters, filters: own }: RecordKind,
  filters: Filters,
): SQL[] {
  const { tag } = filters
  const conditions: SQL[] = wordFilters.flatMap((field) =>
    filters[field] ? [sql`${columnOf(table, field)} = ${filters[field]}`] : [],
  )
  if (tag)
    conditions.push(sql`${table.id} in (select g.record_id from core.taggings g
      join core.tags t on t.company_id = g.company_id and t.id = g.tag_id
      where g.company_id = ${scope.company.id} and t.object = ${object}
        and t.name = ${tag})`)
  for (const { name, condition } of own) {
    const value = filters[name]
    if (value) conditions.push(condition(scope, value))
  }
  return conditions
}
