import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import { notify } from '../../../core/notify/notify.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { assignmentObject } from '../learning/assigning.ts'
import { noteLearning } from '../learning/events.ts'

/** An assignment that somebody else looks after. */
export type Cared = {
  id: string
  userId: string
  courseId: string
  code: string
  dueOn: string | null
}

/** Lets somebody off a course, with the reason (R4). */
export async function waive(scope: Scope, one: Cared, reason: string): Promise<void> {
  const waived = await scope.db.execute(sql`
    update training.assignments set status = 'waived', waived_by = ${scope.actorId},
      waived_reason = ${reason}, updated_at = now()
    where company_id = ${scope.company.id} and id = ${one.id}
      and status in ('assigned', 'in_progress', 'failed') returning id`)
  if (waived.length === 0) return
  await recordAudit(scope, {
    ...{ action: 'waived', object: assignmentObject, recordId: one.id, reason },
  })
  await noteLearning(scope, [
    { kind: 'assignment.waived', object: one.code, userId: one.userId, departmentId: null },
  ])
}

/** Gives somebody another day. */
export async function extend(scope: Scope, one: Cared, dueOn: string): Promise<void> {
  await scope.db.execute(sql`
    update training.assignments set due_on = ${dueOn}, due_first = ${dueOn},
      due_from = ${today(scope)}, reminded = null, updated_at = now()
    where company_id = ${scope.company.id} and id = ${one.id}
      and status in ('assigned', 'in_progress')`)
  await recordAudit(scope, {
    ...{ action: 'extended', object: assignmentObject, recordId: one.id },
    ...{ before: { dueOn: one.dueOn }, after: { dueOn } },
  })
}

/** Reminds somebody now. */
export async function remind(scope: Scope, one: Cared): Promise<void> {
  const about = { object: 'training.course', recordId: one.courseId }
  await notify(scope, [one.userId], 'training.reminded', about, { count: 1 })
  await noteLearning(scope, [
    { kind: 'assignment.reminded', object: one.code, userId: one.userId, departmentId: null },
  ])
}
