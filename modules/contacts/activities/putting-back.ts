import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Reference } from '../../../core/records/subjects.ts'
import type { Scope } from '../../../core/scope.ts'
import type { PutBack } from '../../../core/transfer/transfer.ts'
import { type Activity, editActivities, removeActivity } from './activities.ts'
import { activities, activityComments } from './schema.ts'

/**
 * Takes follow-ups away that an import has made, out of the timelines too. One that somebody has
 * changed or talked about since is left alone.
 */
export async function putActivitiesBack(
  scope: Scope,
  importId: string,
  recordIds: readonly string[],
): Promise<PutBack[]> {
  const untouched = await scope.db.execute<Pick<Activity, 'id' | 'kind' | 'body'> & Reference>(sql`
    select ${activities.id}, ${activities.kind}, ${activities.body}, ${activities.object},
      ${activities.recordId} as "recordId"
    from core.import_changes done join ${activities} on ${activities.companyId} = done.company_id
      and ${activities.id} = done.record_id and ${activities.version} = done.version
    where done.company_id = ${scope.company.id} and done.import_id = ${importId}
      and done.record_id = any(${sql.param(recordIds)}::uuid[]) and ${activities.archivedAt} is null
      and ${within(scope, editActivities, activities)}
      and not exists (select from ${activityComments} c where c.company_id = done.company_id
        and c.activity_id = done.record_id and c.archived_at is null)
    order by ${activities.id}`)
  for (const { object, recordId, ...activity } of untouched)
    await removeActivity(scope, { ...activity, subject: { object, recordId } })
  const removed = new Set(untouched.map(({ id }) => id))
  return recordIds.map((recordId) => ({
    recordId,
    outcome: removed.has(recordId) ? 'removed' : 'left',
  }))
}
