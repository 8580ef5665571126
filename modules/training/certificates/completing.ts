import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import { announce } from '../../../core/db/changes.ts'
import { newId } from '../../../core/db/id.ts'
import { tell } from '../../../core/events.ts'
import { learningTopic } from '../../../core/learning/declared.ts'
import { notify } from '../../../core/notify/notify.ts'
import { type NumberRange, takeNumber } from '../../../core/numbering/numbers.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { CourseContent } from '../courses/content.ts'
import { assignmentObject } from '../learning/assigning.ts'
import { noteLearning } from '../learning/events.ts'
import type { Taking } from '../learning/taking.ts'
import { completions } from './schema.ts'

/** How certificates are numbered. */
export const serials: NumberRange = { key: 'training.certificate', usual: '{year}-{0000}' }

/**
 * Notes that somebody has completed a course, and issues the certificate. Who did it may be another
 * person, as when a trainer takes the last piece of work.
 */
export async function complete(scope: Scope, registry: Registry, taking: Taking): Promise<void> {
  const { assignment, course, version } = taking
  if (!assignment) return
  const [done] = await scope.db.execute<{ userId: string; departmentId: string | null }>(sql`
    update training.assignments a set status = 'completed', updated_at = now(),
      completed_at = ${scope.now().toISOString()}
    from core.users u
    where a.company_id = ${scope.company.id} and a.id = ${assignment.id}
      and a.status in ('assigned', 'in_progress') and u.company_id = a.company_id
      and u.id = a.user_id
    returning a.user_id as "userId", u.department_id as "departmentId"`)
  if (!done) return
  const id = newId()
  await insertMany(scope, completions, [
    {
      ...{ id, userId: done.userId, courseId: course.id, versionId: version.id },
      ...{ assignmentId: assignment.id, completedAt: scope.now() },
      validUntil: lastDay(today(scope), version.content.validMonths),
      ...{ evidence: evidenceOf(version.content), firstTime: isFirstTime(taking) },
      ...{ serial: await takeNumber(scope, serials), code: newCode() },
    },
  ])
  await recordAudit(scope, {
    ...{ action: 'completed', object: assignmentObject, recordId: assignment.id },
    after: { course: course.code, version: version.number },
  })
  await noteLearning(scope, [
    {
      ...{ kind: 'certificate.issued', object: course.code, objectVersion: version.number },
      ...done,
    },
  ])
  await notify(
    scope,
    [done.userId],
    'training.completed',
    { object: 'training.course', recordId: course.id },
    { code: course.code },
  )
  await tell(registry, scope, 'training.course.completed', { id, ...done, course: course.code })
  await announce(scope.db, learningTopic, scope.company.id)
}

/** The last day on which a completion of so many months holds; null for one that always does. */
export function lastDay(from: string, months: number | null): string | null {
  if (months === null) return null
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)))
    .toISOString()
    .slice(0, 10)
}

/** What stands behind a completion: the weightiest thing its course asks for. */
function evidenceOf({ lessons }: CourseContent): 'attempt' | 'attendance' | 'work' | 'reading' {
  const kinds = new Set(lessons.filter(({ required }) => required).map(({ kind }) => kind))
  if (kinds.has('quiz')) return 'attempt'
  if (kinds.has('hand-in')) return 'work'
  return kinds.has('live') ? 'attendance' : 'reading'
}

/** Whether every quiz was passed at the first attempt; null for a course without one. */
export function isFirstTime({ version, attempts }: Taking): boolean | null {
  const quizzes = version.content.lessons.filter(({ kind }) => kind === 'quiz')
  if (quizzes.length === 0) return null
  return quizzes.every(({ key }) =>
    attempts.some(({ lesson, number, passed }) => lesson === key && number <= 1 && passed),
  )
}

/** Without letters that look like digits, so that it can be typed from paper. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 130 random bits: nobody comes upon a certificate by trying. */
export const newCode = (): string =>
  [...randomBytes(26)].map((byte) => signs[byte % signs.length]).join('')
