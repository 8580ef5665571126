import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { complete } from '../certificates/completing.ts'
import { type Lesson, sayIn, stepsOf } from '../courses/content.ts'
import { assign } from './assigning.ts'
import { noteLearning } from './events.ts'
import { isComplete, nextLesson } from './place.ts'
import type { Way } from './schema.ts'
import { readTaking, type Taking } from './taking.ts'

/** Begins a course, by its latest version; who was not assigned takes it up by themselves. */
export async function begin(scope: Scope, registry: Registry, taking: Taking): Promise<void> {
  const { assignment, latestId, course } = taking
  // Who is out of attempts talks with a trainer first, who gives another one.
  if (assignment?.status === 'failed') return
  if (assignment === null || !['assigned', 'in_progress'].includes(assignment.status))
    await assign(scope, registry, [
      { userId: scope.user.id, courseId: course.id, versionId: latestId },
    ])
  const begun = await scope.db.execute(sql`
    update training.assignments set status = 'in_progress', started_at = ${scope.now().toISOString()},
      version_id = ${latestId}, updated_at = now()
    where company_id = ${scope.company.id} and user_id = ${scope.user.id}
      and course_id = ${course.id} and status = 'assigned' returning id`)
  if (begun.length === 0) return
  const now = await readTaking(scope, course.id)
  const [first] = now.version.content.lessons
  if (first) await noteViewed(scope, now, first.key)
}

const noteViewed = (scope: Scope, { course, version }: Taking, step: string) =>
  noteLearning(scope, [
    { kind: 'lesson.viewed', object: course.code, objectVersion: version.number, step },
  ])

/**
 * Goes on from a step of a lesson: to the next step, or, behind the last, to the next lesson. What
 * stands before a tour is read like any text; done it is by following the tour.
 */
export async function takeStep(
  scope: Scope,
  registry: Registry,
  taking: Taking,
  lesson: Lesson,
  step: number,
): Promise<void> {
  const steps = Math.max(1, stepsOf(sayIn(scope.locale, lesson.body)).length)
  if (step + 1 < steps) return stopAt(scope, taking, lesson.key, step + 1)
  if (lesson.kind !== 'tour') await finishLesson(scope, registry, taking, lesson)
}

/** Keeps the place, so that one comes back to exactly there. */
async function stopAt(scope: Scope, { assignment }: Taking, lesson: string, step: number) {
  await scope.db.execute(sql`
    update training.assignments set at_lesson = ${lesson}, at_step = ${step}, updated_at = now()
    where company_id = ${scope.company.id} and id = ${assignment?.id ?? newId()}`)
}

/**
 * Notes that a lesson is done, moves on, and completes the course with its last one.
 * @param way for a tour, how it was done
 */
export async function finishLesson(
  scope: Scope,
  registry: Registry,
  taking: Taking,
  { key }: Pick<Lesson, 'key'>,
  way?: Way,
): Promise<void> {
  const { assignment, version, course } = taking
  if (!assignment) return
  const newly = await markDone(scope, assignment.id, key, way)
  const done = new Set([...taking.done, key])
  const next = nextLesson(version.content, done, key)
  if (next) await stopAt(scope, taking, next.key, 0)
  if (!newly) return
  if (next) await noteViewed(scope, taking, next.key)
  await noteLearning(scope, [
    {
      ...{ kind: 'lesson.completed', object: course.code, objectVersion: version.number },
      ...{ step: key, ...(way ? { data: { way } } : {}) },
    },
  ])
  if (isComplete(version.content, done)) await complete(scope, registry, { ...taking, done })
}

/** @returns whether it was not done before */
export async function markDone(scope: Scope, assignmentId: string, lesson: string, way?: Way) {
  const now = scope.now().toISOString()
  const marked = await scope.db.execute(sql`
    insert into training.progress (company_id, assignment_id, lesson, started_at, done_at, way)
    values (${scope.company.id}, ${assignmentId}, ${lesson}, ${now}, ${now}, ${way ?? null})
    on conflict (company_id, assignment_id, lesson) do update set done_at = excluded.done_at,
      way = excluded.way
      where training.progress.done_at is null
    returning lesson`)
  return marked.length > 0
}

/** A course as somebody else takes it: who handed in, or was there. */
export const takingOf = (scope: Scope, userId: string, courseId: string): Promise<Taking> =>
  readTaking({ ...scope, user: { ...scope.user, id: userId } }, courseId)
