import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Estate } from '../../../core/handover/estate.ts'
import { recordAudits } from '../../../core/records/audit.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { tasks } from './schema.ts'
import { editTasks, taskObject } from './tasks.ts'

/** What a leaver was still to do goes on to a colleague; what is done stays done by who did it. */
export const taskEstate: Estate<'contacts'> = {
  object: taskObject,
  title: { en: en.openTasks, 'zh-CN': zhCN.openTasks },
  permission: editTasks,
  count: async (scope, owner) => {
    const [row] = await scope.db.execute<{ count: number }>(sql`
      select count(*)::int as count from ${tasks} where company_id = ${scope.company.id}
        and owner_id = ${owner} and done_at is null and archived_at is null
        and ${within(scope, editTasks, tasks)}`)
    return row?.count ?? 0
  },
  hand: async (scope, _, from, { ownerId, departmentId }, only) => {
    const these = only ? sql`and id = any(${sql.param(only)}::uuid[])` : sql``
    const moved = await scope.db.execute<{ id: string; departmentId: string | null }>(sql`
      with held as (
        select id, department_id from ${tasks} where company_id = ${scope.company.id}
          and owner_id = ${from} and done_at is null and archived_at is null
          and ${within(scope, editTasks, tasks)} ${these} for update)
      update ${tasks} t set owner_id = ${ownerId}, department_id = ${departmentId},
        reminded_at = null, version = t.version + 1, updated_at = now()
      from held where t.company_id = ${scope.company.id} and t.id = held.id
      returning t.id, held.department_id as "departmentId"`)
    await recordAudits(
      scope,
      moved.map(({ id, departmentId: before }) => ({
        action: 'assigned',
        object: taskObject,
        recordId: id,
        before: { ownerId: from, departmentId: before },
        after: { ownerId, departmentId },
      })),
    )
    return moved
  },
}
