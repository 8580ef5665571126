import { sql } from 'drizzle-orm'
import { readDepartments } from '../../../core/access/department-tree.ts'
import { readMembers } from '../../../core/access/members.ts'
import { newIdAt } from '../../../core/db/id.ts'
import { takeNumber } from '../../../core/numbering/numbers.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Random } from '../../../core/seed/random.ts'
import { type Audience, audienceOf } from '../assigning/audience.ts'
import { lastDay, newCode, serials } from '../certificates/completing.ts'
import { completions } from '../certificates/schema.ts'
import type { CourseContent } from '../courses/content.ts'
import { assignments, progress } from '../learning/schema.ts'
import { attempts } from '../quizzes/schema.ts'

export type Course = { id: string; versionId: string; code: string; content: CourseContent }

export type Learner = {
  id: string
  /** Their department has fallen behind the others. */
  isBehind: boolean
  courses: Course[]
}

/** What somebody has of a course: begun at a moment, and completed then or not. */
export type Taken = {
  assignmentId: string
  userId: string
  course: Course
  at: Date
  isDone: boolean
}

const day = 86_400_000

/** Those who have nothing to learn yet, with what the rules ask of them; every fourth department is behind. */
export async function readNewLearners(scope: Scope, count: number): Promise<Learner[]> {
  const [departments, members] = await Promise.all([readDepartments(scope), readMembers(scope)])
  const behind = new Set(departments.filter((_, at) => at % 4 === 3).map(({ id }) => id))
  const asked = await scope.db.execute<Audience & { courses: Course[] }>(sql`
    select r.roles, r.department_ids as "departmentIds", json_agg(json_build_object('id', c.id,
      'versionId', c.published_id, 'code', c.code, 'content', v.content) order by c.code) as courses
    from training.rules r
    join training.paths p on p.company_id = r.company_id and p.id = r.path_id
    join training.courses c on c.company_id = p.company_id and c.code = any(p.courses)
    join training.course_versions v on v.company_id = c.company_id and v.id = c.published_id
    where r.company_id = ${scope.company.id} and r.ended_at is null
    group by r.id, r.roles, r.department_ids order by min(c.code)`)
  const known = await scope.db.execute<{ id: string }>(sql`
    select distinct user_id as id from training.assignments where company_id = ${scope.company.id}`)
  const has = new Set(known.map(({ id }) => id))
  return members
    .filter(({ id }) => !has.has(id))
    .slice(0, count)
    .map((member) => ({
      id: member.id,
      isBehind: member.departmentId !== null && behind.has(member.departmentId),
      courses: asked.flatMap(({ courses, ...audience }) =>
        audienceOf([member], departments, audience).length > 0 ? courses : [],
      ),
    }))
}

/** How many courses somebody has completed: most people all, or all but what their work adds. */
function doneOf(random: Random, { isBehind, courses }: Learner): number {
  if (isBehind) return random.below(4)
  return random.chance(0.8) ? courses.length : Math.max(1, courses.length - 1 - random.below(2))
}

/** One person: courses completed week by week, then one under way, the others waiting. */
export async function learn(scope: Scope, random: Random, learner: Learner): Promise<Taken[]> {
  const { id: userId, courses } = learner
  const done = doneOf(random, learner)
  const now = scope.now().getTime()
  const gap = 34 / Math.max(7, courses.length)
  const taken: Taken[] = []
  for (const [at, course] of courses.entries()) {
    const begun = new Date(now - (35 - gap * at) * day - random.below(9) * 3_600_000)
    const [isDone, isBegun] = [at < done, at <= done]
    const assignmentId = newIdAt(begun)
    await insertMany(scope, assignments, [
      {
        ...{ id: assignmentId, userId, courseId: course.id, versionId: course.versionId },
        ...{ mandatory: true, status: isDone ? 'completed' : isBegun ? 'in_progress' : 'assigned' },
        ...{ assignedAt: new Date(now - 40 * day), startedAt: isBegun ? begun : null },
        completedAt: isDone ? begun : null,
        dueOn: new Date(now + (gap * at - 12) * day).toISOString().slice(0, 10),
        atLesson: isBegun ? (course.content.lessons[1]?.key ?? null) : null,
      },
    ])
    const one = { assignmentId, userId, course, at: begun, isDone }
    if (isBegun) taken.push(one)
    if (isBegun) await readLessons(scope, random, one)
    if (isDone) await complete(scope, random, one)
  }
  return taken
}

const readLessons = (scope: Scope, random: Random, { assignmentId, course, at, isDone }: Taken) =>
  insertMany(
    scope,
    progress,
    course.content.lessons.slice(0, isDone ? undefined : 1).map(({ key, kind }) => ({
      ...{ assignmentId, lesson: key, startedAt: at, doneAt: at },
      way: kind === 'tour' ? (random.chance(0.8) ? 'followed' : 'read') : null,
    })),
  )

async function complete(scope: Scope, random: Random, taken: Taken): Promise<void> {
  const { assignmentId, userId, course, at } = taken
  const firstTime = random.chance(0.75)
  const quiz = course.content.lessons.find(({ kind }) => kind === 'quiz')
  const scores = [...(firstTime ? [] : [50 + random.below(25)]), 80 + random.below(21)]
  if (quiz)
    await insertMany(
      scope,
      attempts,
      scores.map((score, before) => ({
        ...{ id: newIdAt(at), assignmentId, lesson: quiz.key, number: before + 1, drawn: [] },
        ...{ given: {}, score, passed: score >= 80, startedAt: at, finishedAt: at },
      })),
    )
  await insertMany(scope, completions, [
    {
      ...{ id: newIdAt(at), userId, courseId: course.id, versionId: course.versionId },
      ...{ assignmentId, completedAt: at, evidence: quiz ? 'attempt' : 'reading', firstTime },
      validUntil: lastDay(at.toISOString().slice(0, 10), course.content.validMonths),
      ...{ serial: await takeNumber(scope, serials), code: newCode() },
    },
  ])
}
