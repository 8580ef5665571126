import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'

type Owned = { id: SQLWrapper; ownerId: SQLWrapper; departmentId: SQLWrapper }

/**
 * Which records a permission reaches: the one condition that list, record, search, board, export,
 * report and API all use. Records without an owner belong to their department, and those without
 * either to everybody who may see records at all (an import nobody has shared out yet). On whose
 * records one collaborates, one has the permissions that extend to collaborators.
 * @param record the table, or the columns that stand for id, owner and department
 */
export function within(scope: Scope, permission: string, record: Owned): SQL {
  const shared = scope.user.shared.get(permission)
  const plain = withinPlaces(scope, permission, record)
  const reach = scope.user.reach.get(permission)
  if (!shared || !reach || reach === 'all') return plain
  // The ids are at hand with the person, so no query asks another table, and lists keep their index.
  return sql`(${plain} or ${record.id} = any(${sql.param(shared)}::uuid[]))`
}

/** What a permission reaches by owner and department alone. */
export function withinPlaces(
  scope: Scope,
  permission: string,
  record: Pick<Owned, 'ownerId' | 'departmentId'>,
): SQL {
  const { user } = scope
  const mine = sql`${record.ownerId} = ${user.id}`
  const nobodys = sql`${record.ownerId} is null and ${record.departmentId} is null`
  switch (user.reach.get(permission) ?? 'none') {
    case 'all':
      return sql`true`
    case 'tree':
      return sql`(${mine} or ${record.departmentId} = any(${sql.param(user.treeIds)}::uuid[]) or (${nobodys}))`
    case 'department':
      return sql`(${mine} or ${record.departmentId} = ${user.departmentId} or (${nobodys}))`
    case 'own':
      return sql`(${mine} or (${record.ownerId} is null and (${record.departmentId} is null or ${record.departmentId} = ${user.departmentId})))`
    default:
      return sql`false`
  }
}

/** With more departments below oneself than these, one index after the other costs more than a walk. */
const mostDepartments = 12

/**
 * The places of `withinPlaces` and the records one collaborates on, as conditions of which each is a
 * range of an index: by owner, by department, or by department among those without an owner. A list
 * takes its page from the head of each, however few of all records are within reach. No record is in
 * two of them.
 * @returns undefined where a permission reaches everything, nothing, or too many ranges
 */
export function rangesOf(scope: Scope, permission: string, record: Owned): SQL[] | undefined {
  const { user } = scope
  const reach = user.reach.get(permission) ?? 'none'
  if (reach === 'none' || reach === 'all') return undefined
  const departments =
    reach === 'tree' ? user.treeIds : user.departmentId === null ? [] : [user.departmentId]
  if (departments.length > mostDepartments) return undefined
  const shared = user.shared.get(permission)
  const places = withinPlaces(scope, permission, record)
  const beside = reach === 'own' ? sql`is null` : sql`is distinct from ${user.id}`
  return [
    sql`${record.ownerId} = ${user.id}`,
    ...departments.map((id) => sql`${record.departmentId} = ${id} and ${record.ownerId} ${beside}`),
    sql`${record.departmentId} is null and ${record.ownerId} is null`,
    ...(shared
      ? [sql`${record.id} = any(${sql.param(shared)}::uuid[]) and (${places}) is not true`]
      : []),
  ]
}
