import { type SQLWrapper, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { within } from '../../../core/access/within.ts'
import type { Estate } from '../../../core/handover/estate.ts'
import { leaveTrace } from './trace.ts'

type PaperTable = PgTable &
  SQLWrapper &
  Record<'companyId' | 'id' | 'ownerId' | 'departmentId' | 'version' | 'updatedAt', PgColumn>

/** Papers go on to a colleague when somebody leaves; all their money goes along. */
export const estateOfPaper = (
  object: `sales.${string}`,
  title: Estate['title'],
  permission: `sales.${string}`,
  table: PaperTable,
): Estate<'sales'> => ({
  object,
  title,
  permission,
  count: async (scope, owner) => {
    const [row] = await scope.db.execute<{ count: number }>(sql`
      select count(*)::int as count from ${table} where ${table.companyId} = ${scope.company.id}
        and ${table.ownerId} = ${owner} and ${within(scope, permission, table)}`)
    return row?.count ?? 0
  },
  hand: async (scope, registry, from, { ownerId, departmentId }, only) => {
    const these = only ? sql`and ${table.id} = any(${sql.param(only)}::uuid[])` : sql``
    const moved = await scope.db.execute<{ id: string; departmentId: string | null }>(sql`
      with held as (
        select ${table.id} as id, ${table.departmentId} as department_id from ${table}
        where ${table.companyId} = ${scope.company.id} and ${table.ownerId} = ${from}
          and ${within(scope, permission, table)} ${these} for update)
      update ${table} t set owner_id = ${ownerId}, department_id = ${departmentId},
        version = t.version + 1, updated_at = now()
      from held where t.company_id = ${scope.company.id} and t.id = held.id
      returning t.id, held.department_id as "departmentId"`)
    for (const { id, departmentId: before } of moved)
      await leaveTrace(scope, registry, object, id, 'assigned', {
        before: { ownerId: from, departmentId: before },
        after: { ownerId, departmentId },
      })
    return moved
  },
})
