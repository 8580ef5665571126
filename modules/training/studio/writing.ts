import { sql } from 'drizzle-orm'
import { shiftDay } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import { newId } from '../../../core/db/id.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { type CourseContent, type Question, sayIn } from '../courses/content.ts'
import { courses, questions } from '../courses/schema.ts'
import { courseObject, reviewDays } from '../curriculum/installing.ts'
import type { Asked, Written } from './reading.ts'

export const questionObject = 'training.question'

/** Whether a code is taken by another course. */
export async function isCodeTaken({ db, company }: Scope, code: string): Promise<boolean> {
  const rows = await db.execute(sql`
    select from training.courses where company_id = ${company.id} and code = ${code}`)
  return rows.length > 0
}

/** Begins a course; it belongs to who writes it. @returns its id */
export async function writeCourse(
  scope: Scope,
  code: string,
  draft: CourseContent,
): Promise<string> {
  const id = newId()
  await insertMany(scope, courses, [
    {
      ...{ id, code, name: sayIn(scope.company.locale, draft.title), titles: draft.title, draft },
      ...{ ownerId: scope.actorId, reviewDueOn: shiftDay(today(scope), reviewDays) },
    },
  ])
  await recordAudit(scope, {
    ...{ action: 'created', object: courseObject, recordId: id, after: { code } },
  })
  return id
}

/**
 * Changes what is being written of a course; what learners take stays as it was published.
 * @returns conflict when somebody changed it meanwhile
 */
export async function saveDraft(
  scope: Scope,
  course: Pick<Written, 'id' | 'draft'>,
  version: number,
  draft: CourseContent,
): Promise<'saved' | 'conflict'> {
  if (JSON.stringify(course.draft) === JSON.stringify(draft)) return 'saved'
  const saved = await scope.db
    .update(courses)
    .set({
      ...{ draft, state: 'draft', submittedBy: null },
      ...{ titles: draft.title, name: sayIn(scope.company.locale, draft.title) },
      ...{ version: version + 1, updatedAt: scope.now() },
    })
    .where(sql`company_id = ${scope.company.id} and id = ${course.id} and version = ${version}`)
    .returning({ id: courses.id })
  if (saved.length === 0) return 'conflict'
  await recordAudit(scope, { action: 'changed', object: courseObject, recordId: course.id })
  return 'saved'
}

/** Puts a course away: nobody new takes it, and those who began it finish. */
export const archiveCourse = (scope: Scope, course: Written) => setArchived(scope, course, true)
export const restoreCourse = (scope: Scope, course: Written) => setArchived(scope, course, false)

async function setArchived(scope: Scope, { id, archivedAt }: Written, away: boolean) {
  if ((archivedAt !== null) === away) return
  await scope.db.execute(sql`
    update training.courses set archived_at = ${away ? scope.now().toISOString() : null},
      version = version + 1, updated_at = now()
    where company_id = ${scope.company.id} and id = ${id}`)
  await recordAudit(scope, {
    ...{ action: away ? 'archived' : 'restored', object: courseObject, recordId: id },
  })
}

/** Adds a question to a course. */
export async function writeQuestion(
  scope: Scope,
  courseId: string,
  document: Question,
): Promise<void> {
  const id = newId()
  await insertMany(scope, questions, [{ id, courseId, key: `q-${id.slice(-8)}`, document }])
  await touchCourse(scope, courseId)
  await recordAudit(scope, { action: 'created', object: questionObject, recordId: id })
}

/** Changes a question; attempts under way keep the wording with which they were drawn. */
export async function saveQuestion(
  scope: Scope,
  one: Asked & { courseId: string },
  version: number,
  document: Question,
): Promise<'saved' | 'conflict'> {
  const saved = await scope.db
    .update(questions)
    .set({ document, version: version + 1, updatedAt: scope.now() })
    .where(sql`company_id = ${scope.company.id} and id = ${one.id} and version = ${version}`)
    .returning({ id: questions.id })
  if (saved.length === 0) return 'conflict'
  await touchCourse(scope, one.courseId)
  await recordAudit(scope, {
    ...{ action: 'changed', object: questionObject, recordId: one.id },
    ...{ before: { ...one.document }, after: { ...document } },
  })
  return 'saved'
}

/** Takes a question out of use; what was answered of it stays. */
export async function dropQuestion(
  scope: Scope,
  { id, courseId }: { id: string; courseId: string },
): Promise<void> {
  await scope.db.execute(sql`
    update training.questions set archived_at = ${scope.now().toISOString()}
    where company_id = ${scope.company.id} and id = ${id} and archived_at is null`)
  await touchCourse(scope, courseId)
  await recordAudit(scope, { action: 'archived', object: questionObject, recordId: id })
}

/** What belongs to a course has changed: a review that was asked for begins anew. */
const touchCourse = (scope: Scope, id: string) =>
  scope.db.execute(sql`
    update training.courses set state = 'draft', submitted_by = null, updated_at = now()
    where company_id = ${scope.company.id} and id = ${id} and state = 'review'`)
