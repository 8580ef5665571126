import { sql } from 'drizzle-orm'
import { addWorkingDays } from '../../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../../core/calendar/reading.ts'
import { announce } from '../../../core/db/changes.ts'
import { newId } from '../../../core/db/id.ts'
import { learningTopic } from '../../../core/learning/declared.ts'
import { notifyMany } from '../../../core/notify/notify.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { readObliged } from '../assigning/obliged.ts'
import type { CourseContent, Lesson } from '../courses/content.ts'
import { courseVersions } from '../courses/schema.ts'
import { courseObject } from '../curriculum/installing.ts'
import { assign } from '../learning/assigning.ts'
import { askForReview } from '../reviewing.ts'
import type { Written } from './reading.ts'

/** minor: completions stay. material: nobody, those parts that changed, or everybody again (R7). */
export type Publishing = {
  change: 'minor' | 'material'
  again: 'new' | 'delta' | 'repeat'
  note: string
}

/** Whoever completed it before has so many working days for the new version. */
const againDays = 10

/** Asks for somebody else to look at a course and publish it. Asked twice, it is asked once. */
export async function submitCourse(scope: Scope, course: Written): Promise<void> {
  const asked = await scope.db.execute(sql`
    update training.courses set state = 'review', submitted_by = ${scope.actorId}, updated_at = now()
    where company_id = ${scope.company.id} and id = ${course.id} and state = 'draft' returning id`)
  if (asked.length === 0) return
  await recordAudit(scope, { action: 'submitted', object: courseObject, recordId: course.id })
  await askForReview(scope, 'course', { recordId: course.id })
}

/** Publishes what is written as the next version. @returns its number */
export async function publishCourse(
  scope: Scope,
  registry: Registry,
  course: Written,
  { change, again, note }: Publishing,
): Promise<number> {
  const number = (course.published ?? 0) + 1
  const id = newId()
  const content = course.draft
  await insertMany(scope, courseVersions, [
    {
      ...{ id, courseId: course.id, number, content, change, again, note },
      publishedBy: scope.actorId,
    },
  ])
  await scope.db.execute(sql`
    update training.courses set published_id = ${id}, state = 'published', submitted_by = null,
      version = version + 1, updated_at = now()
    where company_id = ${scope.company.id} and id = ${course.id}`)
  await recordAudit(scope, {
    ...{ action: 'published', object: courseObject, recordId: course.id },
    after: { number, change, again: change === 'material' ? again : 'new', note },
  })
  if (change === 'material' && again !== 'new')
    await openAgain(scope, registry, course, id, again === 'delta' ? content : undefined)
  await announce(scope.db, learningTopic, scope.company.id)
  return number
}

/**
 * Who holds a valid completion of what they are to take learns again until a day, and holds it until
 * then. Whoever took it up by themselves is told, and keeps what they have.
 * @param delta what is there now: lessons that did not change count as done
 */
async function openAgain(
  scope: Scope,
  registry: Registry,
  course: Pick<Written, 'id' | 'code'>,
  versionId: string,
  delta: CourseContent | undefined,
): Promise<void> {
  const courseId = course.id
  const dueOn = addWorkingDays(await readCalendar(scope), today(scope), againDays)
  const obliged = await readObliged(scope, registry, courseId)
  const all = await readHolders(scope, courseId)
  const holders = all.filter(({ userId }) => obliged.has(userId))
  await assign(
    scope,
    registry,
    holders.map(({ userId }) => ({
      ...{ userId, courseId, versionId, dueOn, mandatory: true },
      ...obliged.get(userId),
    })),
  )
  await tellOfVersion(
    scope,
    course,
    all.filter(({ userId }) => !obliged.has(userId)),
  )
  await scope.db.execute(sql`
    update training.completions set valid_until = ${dueOn}
    where company_id = ${scope.company.id} and course_id = ${courseId} and revoked_at is null
      and user_id = any(${sql.param(holders.map(({ userId }) => userId))}::uuid[])
      and version_id <> ${versionId} and (valid_until is null or valid_until > ${dueOn})`)
  if (!delta) return
  const done = holders.flatMap(({ userId, content }) =>
    unchanged(content, delta).map((lesson) => ({ userId, lesson })),
  )
  await scope.db.execute(sql`
    insert into training.progress (company_id, assignment_id, lesson, started_at, done_at)
    select a.company_id, a.id, d.lesson, now(), now()
    from jsonb_to_recordset(${JSON.stringify(done)}::jsonb) as d ("userId" uuid, lesson text)
    join training.assignments a on a.company_id = ${scope.company.id}
      and a.user_id = d."userId" and a.course_id = ${courseId} and a.status = 'assigned'
    on conflict do nothing`)
}

type Holder = { userId: string; content: CourseContent }

/** Who holds a course now, with what they learned. */
const readHolders = (scope: Scope, courseId: string): Promise<Holder[]> =>
  scope.db.execute<Holder>(sql`
    select distinct on (d.user_id) d.user_id as "userId", v.content from training.completions d
    join training.course_versions v on v.company_id = d.company_id and v.id = d.version_id
    join core.users u on u.company_id = d.company_id and u.id = d.user_id and u.disabled_at is null
    where d.company_id = ${scope.company.id} and d.course_id = ${courseId}
      and d.revoked_at is null and (d.valid_until is null or d.valid_until >= ${today(scope)})
    order by d.user_id, d.id desc`)

const tellOfVersion = (
  scope: Scope,
  { id, code }: Pick<Written, 'id' | 'code'>,
  people: readonly Holder[],
): Promise<void> =>
  notifyMany(
    scope,
    people.map(({ userId }) => ({
      ...{ person: userId, kind: 'training.new-version', data: { code } },
      about: { object: 'training.course', recordId: id },
    })),
  )

/** The keys of lessons that are word for word what they were. */
export function unchanged(before: CourseContent, after: CourseContent): string[] {
  const old = new Map(before.lessons.map((lesson) => [lesson.key, worded(lesson)]))
  return after.lessons
    .filter((lesson) => old.get(lesson.key) === worded(lesson))
    .map(({ key }) => key)
}

/** What learners read of a lesson; that one of its texts is older is no other word. */
const worded = (lesson: Lesson): string =>
  JSON.stringify(lesson, (key, value) => (key === 'stale' ? undefined : value))
