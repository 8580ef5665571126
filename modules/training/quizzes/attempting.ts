import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Lesson } from '../courses/content.ts'
import { noteLearning } from '../learning/events.ts'
import { finishLesson } from '../learning/learning.ts'
import { type Attempt, isUnderWay, type Taking } from '../learning/taking.ts'
import { type Banked, drawQuestions } from './drawing.ts'
import { type Given, grade, nextAttempt } from './grading.ts'
import { fail, spareTexts } from './outcomes.ts'
import { answers, attempts } from './schema.ts'

/** The attempts at one quiz; the try before learning is none of them. */
export const triesAt = ({ attempts }: Taking, lesson: string): Attempt[] =>
  attempts.filter((one) => one.lesson === lesson && one.number > 0)

/** Whether the caller may try a quiz now. */
export const mayTry = (scope: Scope, taking: Taking, lesson: string) =>
  nextAttempt(
    triesAt(taking, lesson),
    taking.version.content.pass,
    taking.assignment?.extraAttempts ?? 0,
    scope.now(),
  )

/**
 * Begins an attempt: draws its questions. One that is open goes on.
 * @param before the try before learning, once and as long as nothing is done
 */
export async function startAttempt(
  scope: Scope,
  taking: Taking,
  lesson: Lesson,
  before = false,
): Promise<void> {
  const { assignment, course } = taking
  if (!assignment || !isUnderWay(taking) || lesson.kind !== 'quiz') return
  const next = before ? mayTryBefore(taking, lesson.key) : mayTry(scope, taking, lesson.key)
  if (!next.may) return
  const bank = await readBank(scope, course.id)
  const drawn = drawQuestions(bank, lesson.draw ?? bank.length, askedIn(taking))
  await scope.db.execute(sql`
    insert into training.attempts (company_id, id, assignment_id, lesson, number, drawn, started_at)
    values (${scope.company.id}, ${newId()}, ${assignment.id}, ${lesson.key}, ${next.number},
      ${JSON.stringify(drawn)}::jsonb, ${scope.now().toISOString()})
    on conflict do nothing`)
}

export const mayTryBefore = ({ attempts, done }: Taking, lesson: string) =>
  done.size === 0 && !attempts.some((one) => one.lesson === lesson)
    ? ({ may: true, number: 0 } as const)
    : ({ may: false } as const)

export const readBank = (scope: Scope, courseId: string): Promise<Banked[]> =>
  scope.db.execute<Banked>(sql`
    select id, version, document from training.questions
    where company_id = ${scope.company.id} and course_id = ${courseId} and archived_at is null
    order by key limit 500`)

/** The course that an attempt of the caller's belongs to. */
export async function courseOfAttempt(scope: Scope, id: string): Promise<string | undefined> {
  const [row] = await scope.db.execute<{ course: string }>(sql`
    select a.course_id as course from training.attempts t
    join training.assignments a on a.company_id = t.company_id and a.id = t.assignment_id
    where t.company_id = ${scope.company.id} and t.id = ${id} and a.user_id = ${scope.user.id}`)
  return row?.course
}

function askedIn({ attempts }: Taking): Map<string, number> {
  const asked = new Map<string, number>()
  for (const { drawn } of attempts)
    for (const { id } of drawn) asked.set(id, (asked.get(id) ?? 0) + 1)
  return asked
}

/**
 * Takes the answers of an attempt, once; the first that comes counts.
 * @throws Refusal 404 when it is no attempt of the caller's
 */
export async function finishAttempt(
  scope: Scope,
  registry: Registry,
  taking: Taking,
  attempt: Attempt,
  given: Given,
): Promise<void> {
  const { assignment, version, course } = taking
  if (!assignment) throw notFound()
  const graded = grade(attempt.drawn, given, version.content.pass)
  const finishedAt = scope.now()
  const taken = await scope.db
    .update(attempts)
    .set({ given, score: graded.score, passed: graded.passed, finishedAt })
    .where(sql`company_id = ${scope.company.id} and id = ${attempt.id} and finished_at is null`)
    .returning({ id: attempts.id })
  if (taken.length === 0) return
  await insertMany(
    scope,
    answers,
    attempt.drawn.map(({ id, version }) => ({
      ...{ attemptId: attempt.id, questionId: id, questionVersion: version },
      correct: graded.right.has(id),
    })),
  )
  const { score, passed } = graded
  const about = { object: course.code, objectVersion: version.number, step: attempt.lesson }
  await noteLearning(scope, [
    ...attempt.drawn.map(({ id }) => ({
      ...{ kind: 'quiz.answered' as const, ...about },
      data: { question: id, correct: graded.right.has(id) },
    })),
    { kind: 'quiz.finished', ...about, data: { number: attempt.number, score, passed } },
  ])
  const after = { ...attempt, given, score, passed, finishedAt }
  const now = {
    ...taking,
    attempts: taking.attempts.map((one) => (one.id === attempt.id ? after : one)),
  }
  if (attempt.number === 0) return spareTexts(scope, registry, now, after)
  if (passed) return finishLesson(scope, registry, now, { key: attempt.lesson })
  const next = mayTry(scope, now, attempt.lesson)
  if (!next.may && next.why === 'exhausted') await fail(scope, now)
}
