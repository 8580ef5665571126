import { sql } from 'drizzle-orm'
import { notFound } from '../../../core/http/refusal.ts'
import type { Scope } from '../../../core/scope.ts'
import type { CourseContent, Question, Texts } from '../courses/content.ts'

/** A course as those who write it see it. */
export type Written = {
  id: string
  code: string
  titles: Texts
  draft: CourseContent
  state: 'draft' | 'review' | 'published'
  submittedBy: string | null
  ownerName: string | null
  reviewDueOn: string | null
  archivedAt: Date | null
  version: number
  /** The number of what was published last; null before the first time. */
  published: number | null
  publishedAt: Date | null
}

export type Asked = { id: string; key: string; document: Question; version: number }

const written = (scope: Scope) => sql`
  select c.id, c.code, c.titles, c.draft, c.state, c.submitted_by as "submittedBy",
    u.name as "ownerName", c.review_due_on as "reviewDueOn", c.archived_at as "archivedAt",
    c.version, v.number as published, v.published_at as "publishedAt"
  from training.courses c
  left join training.course_versions v on v.company_id = c.company_id and v.id = c.published_id
  left join core.users u on u.company_id = c.company_id and u.id = c.owner_id
  where c.company_id = ${scope.company.id}`

/** Every course there is, by its code; archived ones last. */
export const readWritten = (scope: Scope): Promise<Written[]> =>
  scope.db.execute<Written>(sql`
    ${written(scope)} order by c.archived_at is not null, c.code limit 500`)

/** @throws Refusal 404 when there is no such course */
export async function readCourse(scope: Scope, id: string): Promise<Written> {
  const [row] = await scope.db.execute<Written>(sql`${written(scope)} and c.id = ${id}`)
  if (!row) throw notFound()
  return row
}

/** The questions of a course that are in use. */
export const readAsked = (scope: Scope, courseId: string): Promise<Asked[]> =>
  scope.db.execute<Asked>(sql`
    select id, key, document, version from training.questions
    where company_id = ${scope.company.id} and course_id = ${courseId} and archived_at is null
    order by (document ->> 'objective')::int, key limit 500`)

/** @throws Refusal 404 when there is no such question */
export async function readQuestion(
  scope: Scope,
  id: string,
): Promise<Asked & { courseId: string }> {
  const [row] = await scope.db.execute<Asked & { courseId: string }>(sql`
    select id, key, document, version, course_id as "courseId" from training.questions
    where company_id = ${scope.company.id} and id = ${id} and archived_at is null`)
  if (!row) throw notFound()
  return row
}
