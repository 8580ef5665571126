import { sql } from 'drizzle-orm'
import { newId, newIdAt } from '../../core/db/id.ts'
import type { Seed } from '../../core/module.ts'
import { takeNumber } from '../../core/numbering/numbers.ts'
import type { Scope } from '../../core/scope.ts'
import { insertMany } from '../../core/seed/insert.ts'
import type { Random } from '../../core/seed/random.ts'
import { rules } from './assigning/schema.ts'
import { newCode, serials } from './certificates/completing.ts'
import { completions } from './certificates/schema.ts'
import type { CourseContent } from './courses/content.ts'
import { installCurriculum } from './curriculum/installing.ts'
import { helpRequests } from './help/schema.ts'
import { readOwnTopics } from './help/topics.ts'
import { type TopicInput, writeTopic } from './help/writing.ts'
import { assignments, progress } from './learning/schema.ts'
import { attempts } from './quizzes/schema.ts'
import { followTour, seedTour } from './tours/seeding.ts'

type Course = { id: string; versionId: string; code: string; content: CourseContent }

const day = 86_400_000

/** The default curriculum, its core required of everybody, and people in the middle of it. */
export const seeds: readonly Seed[] = [
  {
    key: 'learners',
    make: async (scope, count, random) => {
      await installCurriculum(scope)
      await requireCore(scope)
      await planSession(scope)
      await writeHelp(scope)
      const tour = await seedTour(scope)
      const people = await scope.db.execute<{ id: string }>(sql`
        select u.id from core.users u where u.company_id = ${scope.company.id}
          and u.disabled_at is null and not exists (select from training.assignments a
            where a.company_id = u.company_id and a.user_id = u.id)
        order by u.id limit ${count}`)
      const courses = await readCore(scope)
      for (const { id } of people) {
        await learn(scope, random, id, courses)
        if (tour) await followTour(scope, random, id, tour)
      }
    },
  },
]

const readCore = ({ db, company }: Scope): Promise<Course[]> =>
  db.execute<Course>(sql`
    select c.id, c.published_id as "versionId", c.code, v.content from training.courses c
    join training.course_versions v on v.company_id = c.company_id and v.id = c.published_id
    where c.company_id = ${company.id} and c.code like 'C-%' order by c.code`)

async function requireCore(scope: Scope): Promise<void> {
  const [path] = await scope.db.execute<{ id: string }>(sql`
    select p.id from training.paths p where p.company_id = ${scope.company.id} and code = 'P-CORE'
      and not exists (select from training.rules r where r.company_id = p.company_id
        and r.path_id = p.id)`)
  if (path)
    await insertMany(scope, rules, [
      { id: newId(), pathId: path.id, roles: [], departmentIds: [], dueDays: 20, mandatory: true },
    ])
}

/** A help text of the company's own and a question that waits for its answer, once. */
async function writeHelp(scope: Scope): Promise<void> {
  if ((await readOwnTopics(scope)).length > 0) return
  await writeTopic(scope, ownHelp, null)
  const [someone] = await scope.db.execute<{ id: string; departmentId: string }>(sql`
    select id, department_id as "departmentId" from core.users
    where company_id = ${scope.company.id} and department_id is not null and disabled_at is null
    order by champion_since is not null, id limit 1`)
  if (!someone) return
  const asked = { id: newId(), askedBy: someone.id, departmentId: someone.departmentId }
  await insertMany(scope, helpRequests, [
    {
      ...asked,
      path: '/contacts/accounts',
      question: '客户转给同事以后，我还能看到以前的跟进吗？',
    },
  ])
}

const ownHelp: TopicInput = {
  ...{ place: '/contacts/accounts/*', field: null, reviewDueOn: '2030-01-15' },
  titles: { 'zh-CN': '我们公司的客户分级', en: 'How we grade customers' },
  bodies: {
    'zh-CN': '年采购额 50 万以上为 A 级，10 万以上为 B 级，其余为 C 级。',
    en: 'A: buys for more than 500,000 a year; B: for more than 100,000; C: all others.',
  },
}

async function planSession({ db, company }: Scope): Promise<void> {
  await db.execute(sql`
    insert into training.sessions (company_id, id, course_id, lesson, starts_at, place, code)
    select company_id, gen_random_uuid(), id, 'talk', '2030-01-15 06:00Z', '二楼会议室', '20300115'
    from training.courses where company_id = ${company.id} and code = 'L-01'
      and not exists (select from training.sessions s where s.company_id = ${company.id})`)
}

/** One person: some courses completed week by week, one begun, the others waiting. */
async function learn(
  scope: Scope,
  random: Random,
  userId: string,
  courses: readonly Course[],
): Promise<void> {
  const done = 1 + random.below(courses.length)
  const now = scope.now().getTime()
  for (const [at, course] of courses.entries()) {
    const begun = new Date(now - (35 - 5 * at) * day - random.below(9) * 3_600_000)
    const id = newIdAt(begun)
    const isDone = at < done
    const isBegun = isDone || at === done
    await insertMany(scope, assignments, [
      {
        ...{ id, userId, courseId: course.id, versionId: course.versionId, mandatory: true },
        status: isDone ? 'completed' : isBegun ? 'in_progress' : 'assigned',
        ...{ assignedAt: new Date(now - 40 * day), startedAt: isBegun ? begun : null },
        completedAt: isDone ? begun : null,
        dueOn: new Date(now + (5 * at - 12) * day).toISOString().slice(0, 10),
        atLesson: isBegun ? (course.content.lessons[1]?.key ?? null) : null,
      },
    ])
    if (isBegun) await readLessons(scope, id, course, isDone, begun)
    if (isDone) await complete(scope, random, id, userId, course, begun)
  }
}

const readLessons = (scope: Scope, assignmentId: string, course: Course, all: boolean, at: Date) =>
  insertMany(
    scope,
    progress,
    course.content.lessons
      .slice(0, all ? undefined : 1)
      .map(({ key }) => ({ assignmentId, lesson: key, startedAt: at, doneAt: at })),
  )

async function complete(
  scope: Scope,
  random: Random,
  assignmentId: string,
  userId: string,
  course: Course,
  at: Date,
): Promise<void> {
  const firstTime = random.below(4) > 0
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
      ...{ serial: await takeNumber(scope, serials), code: newCode() },
    },
  ])
}
