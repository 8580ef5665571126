import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { tellMany } from '../../../core/events.ts'
import { notifyMany } from '../../../core/notify/notify.ts'
import { recordAudits } from '../../../core/records/audit.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { noteLearning } from './events.ts'

export const assignmentObject = 'training.assignment'

export type Assigning = {
  userId: string
  courseId: string
  versionId: string
  dueOn?: string | null
  mandatory?: boolean
  ruleId?: string
}

type Made = { id: string; userId: string; courseId: string; code: string; departmentId: string }

/**
 * Assigns courses to people, in one go however many. Who has one open already keeps it; after one
 * that is over comes the next cycle, and what it replaces is superseded.
 * @returns how many were new
 */
export async function assign(
  scope: Scope,
  registry: Registry,
  wanted: readonly Assigning[],
): Promise<number> {
  if (wanted.length === 0) return 0
  const rows = wanted.map((one) => ({ id: newId(), dueOn: null, mandatory: false, ...one }))
  const made = await scope.db.execute<Made>(sql`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w("id" uuid,
        "userId" uuid, "courseId" uuid, "versionId" uuid, "dueOn" date, "mandatory" boolean,
        "ruleId" uuid)),
    latest as (
      select w.id as wanted, coalesce(max(a.cycle), 0) as cycle,
        bool_or(a.status in ('assigned', 'in_progress')) as open
      from wanted w left join training.assignments a on a.company_id = ${scope.company.id}
        and a.user_id = w."userId" and a.course_id = w."courseId"
      group by w.id),
    made as (
      insert into training.assignments (company_id, id, user_id, course_id, version_id, cycle,
        mandatory, rule_id, due_on, assigned_at)
      select ${scope.company.id}, w.id, w."userId", w."courseId", w."versionId", l.cycle + 1,
        w.mandatory, w."ruleId", w."dueOn", ${scope.now().toISOString()}
      from wanted w join latest l on l.wanted = w.id where l.open is not true
      on conflict do nothing
      returning id, user_id, course_id)
    select m.id, m.user_id as "userId", m.course_id as "courseId", c.code,
      u.department_id as "departmentId"
    from made m join training.courses c on c.company_id = ${scope.company.id} and c.id = m.course_id
    join core.users u on u.company_id = ${scope.company.id} and u.id = m.user_id`)
  await leaveTraces(scope, registry, made)
  return made.length
}

async function leaveTraces(scope: Scope, registry: Registry, made: readonly Made[]) {
  await recordAudits(
    scope,
    made.map(({ id, userId, code }) => ({
      ...{ action: 'assigned', object: assignmentObject, recordId: id },
      after: { userId, course: code },
    })),
  )
  await noteLearning(
    scope,
    made.map(({ userId, departmentId, code }) => ({
      ...{ kind: 'assignment.created' as const, object: code, userId, departmentId },
    })),
  )
  await notifyMany(
    scope,
    made.map(({ userId, courseId, code }) => ({
      ...{ person: userId, kind: 'training.assigned', data: { code } },
      about: { object: 'training.course', recordId: courseId },
    })),
  )
  await tellMany(
    registry,
    scope,
    made.map(({ id, userId }) => ({
      name: 'training.assignment.created',
      payload: { id, userId },
    })),
  )
}
