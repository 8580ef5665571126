import { sql } from 'drizzle-orm'
import { notFound } from '../../../core/http/refusal.ts'
import type { Scope } from '../../../core/scope.ts'
import type { CourseContent, Lesson, Texts } from '../courses/content.ts'
import type { Drawn, Given } from '../quizzes/grading.ts'
import type { Status, Way } from './schema.ts'

export type Attempt = {
  id: string
  lesson: string
  /** 0 for the try before learning. */
  number: number
  drawn: Drawn[]
  given: Given | null
  score: number | null
  passed: boolean | null
  finishedAt: Date | null
}

export type HandedIn = {
  id: string
  lesson: string
  body: string
  state: 'waiting' | 'accepted' | 'returned'
  comment: string
  version: number
}

export type Assigned = {
  id: string
  status: Status
  mandatory: boolean
  dueOn: string | null
  startedAt: string | null
  atLesson: string | null
  atStep: number
  cycle: number
  extraAttempts: number
}

export type Completed = { id: string; completedAt: string; validUntil: string | null }

export type Meeting = {
  id: string
  lesson: string
  startsAt: string
  place: string
  state: 'present' | 'absent' | 'excused' | null
}

/** All about one person and one course. */
export type Taking = {
  course: { id: string; code: string; titles: Texts; reviewDueOn: string | null }
  version: { id: string; number: number; content: CourseContent }
  /** The version that whoever begins now begins with. */
  latestId: string
  /** What changed in the matter since the caller completed it: the last such version's note. */
  changed: { note: string; again: 'delta' | 'repeat' } | null
  assignment: Assigned | null
  done: ReadonlySet<string>
  /** By lesson, how the tours among them were done. */
  ways: Readonly<Record<string, Way>>
  attempts: readonly Attempt[]
  handIns: ReadonlyMap<string, HandedIn>
  meetings: readonly Meeting[]
  completion: Completed | null
}

type Row = Omit<Taking, 'done' | 'handIns' | 'attempts'> & {
  done: string[]
  handIns: HandedIn[]
  attempts: (Omit<Attempt, 'finishedAt'> & { finishedAt: string | null })[]
}

/**
 * Reads a course as the caller takes it: by the version they began with, else the latest.
 * @throws Refusal 404 when there is no such course, or none that was published
 */
export async function readTaking(scope: Scope, courseId: string): Promise<Taking> {
  const [company, person] = [scope.company.id, scope.user.id]
  const [row] = await scope.db.execute<Row>(sql`
    select
      json_build_object('id', c.id, 'code', c.code, 'titles', c.titles,
        'reviewDueOn', c.review_due_on) as course,
      json_build_object('id', v.id, 'number', v.number, 'content', v.content) as version,
      case when a.id is null then null else json_build_object('id', a.id, 'status', a.status,
        'mandatory', a.mandatory, 'dueOn', a.due_on, 'startedAt', a.started_at,
        'atLesson', a.at_lesson, 'atStep', a.at_step, 'cycle', a.cycle,
        'extraAttempts', a.extra_attempts) end as assignment,
      coalesce((select json_agg(p.lesson) from training.progress p
        where p.company_id = ${company} and p.assignment_id = a.id and p.done_at is not null), '[]')
        as done,
      coalesce((select json_object_agg(p.lesson, p.way) from training.progress p
        where p.company_id = ${company} and p.assignment_id = a.id and p.way is not null), '{}')
        as ways,
      coalesce((select json_agg(json_build_object('id', t.id, 'lesson', t.lesson,
          'number', t.number, 'drawn', t.drawn, 'given', t.given, 'score', t.score,
          'passed', t.passed, 'finishedAt', t.finished_at) order by t.number)
        from training.attempts t where t.company_id = ${company} and t.assignment_id = a.id), '[]')
        as attempts,
      coalesce((select json_agg(json_build_object('id', h.id, 'lesson', h.lesson, 'body', h.body,
          'state', h.state, 'comment', h.comment, 'version', h.version))
        from training.hand_ins h where h.company_id = ${company} and h.assignment_id = a.id), '[]')
        as "handIns",
      coalesce((select json_agg(json_build_object('id', s.id, 'lesson', s.lesson,
          'startsAt', s.starts_at, 'place', s.place, 'state', w.state) order by s.starts_at)
        from training.sessions s left join training.attendance w on w.company_id = s.company_id
          and w.session_id = s.id and w.user_id = ${person}
        where s.company_id = ${company} and s.course_id = c.id and s.closed_at is null), '[]')
        as meetings,
      (select json_build_object('id', d.id, 'completedAt', d.completed_at,
          'validUntil', d.valid_until)
        from training.completions d where d.company_id = ${company} and d.user_id = ${person}
          and d.course_id = c.id and d.revoked_at is null order by d.id desc limit 1) as completion,
      c.published_id as "latestId",
      (select json_build_object('note', n.note, 'again', n.again) from training.course_versions n
        where n.company_id = ${company} and n.course_id = c.id and n.change = 'material'
          and n.again <> 'new' and n.number > (select o.number from training.completions d
            join training.course_versions o on o.company_id = ${company} and o.id = d.version_id
            where d.company_id = ${company} and d.user_id = ${person} and d.course_id = c.id
              and d.revoked_at is null order by d.id desc limit 1)
        order by n.number desc limit 1) as changed
    from training.courses c
    left join lateral (select * from training.assignments x where x.company_id = ${company}
      and x.user_id = ${person} and x.course_id = c.id and x.status <> 'superseded'
      order by x.cycle desc limit 1) a on true
    join training.course_versions v on v.company_id = c.company_id
      and v.id = case when a.started_at is null then c.published_id else a.version_id end
    where c.company_id = ${company} and c.id = ${courseId} and c.archived_at is null`)
  if (!row) throw notFound()
  return {
    ...row,
    done: new Set(row.done),
    handIns: new Map(row.handIns.map((one) => [one.lesson, one])),
    attempts: row.attempts.map((one) => ({
      ...one,
      finishedAt: one.finishedAt === null ? null : new Date(one.finishedAt),
    })),
  }
}

export const lessonOf = (taking: Taking, key: string | undefined | null): Lesson | undefined =>
  taking.version.content.lessons.find((lesson) => lesson.key === key)

/** Whether somebody is at it: begun, and neither done, waived nor out of attempts. */
export const isUnderWay = ({ assignment }: Taking): boolean =>
  assignment !== null && assignment.startedAt !== null && assignment.status === 'in_progress'

export const isCompleted = ({ assignment }: Taking): boolean => assignment?.status === 'completed'
