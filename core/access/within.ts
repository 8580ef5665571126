import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'

type Owned = { ownerId: SQLWrapper; departmentId: SQLWrapper }

/**
 * Which records a permission reaches: the one condition that list, record, search, board, export,
 * report and API all use. Records without an owner belong to their department, and those without
 * either to everybody who may see records at all (an import nobody has shared out yet).
 * @param record the table, or the columns that stand for owner and department
 */
export function within(scope: Scope, permission: string, record: Owned): SQL {
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
