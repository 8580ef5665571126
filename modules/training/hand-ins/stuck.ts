import { sql } from 'drizzle-orm'
import { withinPlaces } from '../../../core/access/within.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { notify } from '../../../core/notify/notify.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Texts } from '../courses/content.ts'
import { assignmentObject } from '../learning/assigning.ts'
import { follow } from '../permissions.ts'

/** Somebody who is out of attempts. */
export type Stuck = { id: string; userId: string; name: string; courseId: string; titles: Texts }

const stuck = (scope: Scope) => sql`
  select a.id, a.user_id as "userId", u.name, a.course_id as "courseId", c.titles
  from training.assignments a
  join core.users u on u.company_id = a.company_id and u.id = a.user_id and u.disabled_at is null
  join training.courses c on c.company_id = a.company_id and c.id = a.course_id
  where a.company_id = ${scope.company.id} and a.status = 'failed'
    and ${withinPlaces(scope, follow, { ownerId: sql`u.id`, departmentId: sql`u.department_id` })}`

/** Whoever is out of attempts and within reach, by name. */
export const readStuck = (scope: Scope): Promise<Stuck[]> =>
  scope.db.execute<Stuck>(sql`${stuck(scope)} order by u.name, a.id limit 200`)

/**
 * Gives one more attempt, after a talk; nobody gives it to themselves.
 * @throws Refusal 404 when nobody within reach waits for one
 */
export async function giveAttempt(scope: Scope, id: string): Promise<Stuck> {
  const [one] = await scope.db.execute<Stuck>(sql`${stuck(scope)} and a.id = ${id}`)
  if (!one || one.userId === scope.user.id) throw notFound()
  await scope.db.execute(sql`
    update training.assignments set status = 'in_progress', extra_attempts = extra_attempts + 1,
      updated_at = now()
    where company_id = ${scope.company.id} and id = ${id} and status = 'failed'`)
  await recordAudit(scope, { action: 'attempt-given', object: assignmentObject, recordId: id })
  const about = { object: 'training.course', recordId: one.courseId }
  await notify(scope, [one.userId], 'training.attempt-given', about)
  return one
}
