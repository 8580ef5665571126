import { sql } from 'drizzle-orm'
import { withinPlaces } from '../../../core/access/within.ts'
import { shiftDay } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import { announce } from '../../../core/db/changes.ts'
import { newId } from '../../../core/db/id.ts'
import { learningTopic } from '../../../core/learning/declared.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { except } from '../permissions.ts'

export const exceptionObject = 'training.exception'

/** An exception holds for so many days at the most, and there is one for each person and module (R12). */
export const mostDays = 10

export type Exception = {
  id: string
  name: string
  module: string
  until: string
  reason: string
  grantedBy: string | null
}

/** Those within reach, the latest first. */
export const readExceptions = (scope: Scope): Promise<Exception[]> =>
  scope.db.execute<Exception>(sql`
    select e.id, u.name, e.module, e.until::text as until, e.reason, g.name as "grantedBy"
    from training.exceptions e
    join core.users u on u.company_id = e.company_id and u.id = e.user_id
    left join core.users g on g.company_id = e.company_id and g.id = e.granted_by
    where e.company_id = ${scope.company.id} and ${inReach(scope)}
    order by e.id desc limit 200`)

const inReach = (scope: Scope) =>
  withinPlaces(scope, except, { ownerId: sql`u.id`, departmentId: sql`u.department_id` })

/** For whom the caller may make one; nobody makes one for themselves. */
export const readExceptable = (scope: Scope): Promise<{ id: string; name: string }[]> =>
  scope.db.execute<{ id: string; name: string }>(sql`
    select u.id, u.name from core.users u
    where u.company_id = ${scope.company.id} and u.disabled_at is null and ${inReach(scope)}
      and u.id <> ${scope.user.id} order by u.name, u.id limit 1000`)

/**
 * Lets somebody write in a module before they have learned, until a day.
 * @returns false when they had one before: it is given once
 */
export async function grantException(
  scope: Scope,
  { userId, module, reason }: { userId: string; module: string; reason: string },
): Promise<boolean> {
  const id = newId()
  const until = shiftDay(today(scope), mostDays)
  const made = await scope.db.execute(sql`
    insert into training.exceptions (company_id, id, user_id, module, until, reason, granted_by)
    values (${scope.company.id}, ${id}, ${userId}, ${module}, ${until}, ${reason}, ${scope.actorId})
    on conflict (company_id, user_id, module) do nothing returning id`)
  if (made.length === 0) return false
  await recordAudit(scope, {
    ...{ action: 'granted', object: exceptionObject, recordId: id, reason },
    after: { userId, module, until },
  })
  await announce(scope.db, learningTopic, scope.company.id)
  return true
}
