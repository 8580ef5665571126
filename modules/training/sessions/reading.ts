import { sql } from 'drizzle-orm'
import { notFound } from '../../../core/http/refusal.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Texts } from '../courses/content.ts'

export type Session = {
  id: string
  courseId: string
  code: string
  courseCode: string
  titles: Texts
  lesson: string
  startsAt: Date
  place: string
  capacity: number | null
  closedAt: Date | null
  present: number
  expected: number
}

/** A live part of a course that is published. */
export type LivePart = { courseId: string; lesson: string; titles: Texts; title: Texts }

const sessions = (scope: Scope) => sql`
  select s.id, s.course_id as "courseId", s.code, c.code as "courseCode", c.titles, s.lesson,
    s.starts_at as "startsAt", s.place, s.capacity, s.closed_at as "closedAt",
    (select count(*)::int from training.attendance w where w.company_id = s.company_id
      and w.session_id = s.id and w.state = 'present') as present,
    (select count(*)::int from training.assignments a where a.company_id = s.company_id
      and a.course_id = s.course_id and a.status = 'in_progress') as expected
  from training.sessions s
  join training.courses c on c.company_id = s.company_id and c.id = s.course_id
  where s.company_id = ${scope.company.id}`

/** Those to come first, then those that are over, the latest first. */
export const readSessions = (scope: Scope): Promise<Session[]> =>
  scope.db.execute<Session>(sql`
    ${sessions(scope)} order by s.closed_at is not null, s.starts_at desc, s.id limit 200`)

/** @throws Refusal 404 when there is no such session */
export async function readSession(scope: Scope, id: string): Promise<Session> {
  const [row] = await scope.db.execute<Session>(sql`${sessions(scope)} and s.id = ${id}`)
  if (!row) throw notFound()
  return row
}

/** The session that signs in with a code now: from an hour before until it is ended. */
export async function sessionOf(scope: Scope, code: string): Promise<Session | undefined> {
  const [row] = await scope.db.execute<Session>(sql`
    ${sessions(scope)} and s.code = ${code} and s.closed_at is null
      and s.starts_at < ${scope.now().toISOString()}::timestamptz + interval '1 hour'`)
  return row
}

/** The live parts of what is published, to plan sessions for. */
export const readLiveParts = (scope: Scope): Promise<LivePart[]> =>
  scope.db.execute<LivePart>(sql`
    select c.id as "courseId", l ->> 'key' as lesson, c.titles, l -> 'title' as title
    from training.courses c
    join training.course_versions v on v.company_id = c.company_id and v.id = c.published_id,
      jsonb_array_elements(v.content -> 'lessons') l
    where c.company_id = ${scope.company.id} and c.archived_at is null and l ->> 'kind' = 'live'
    order by c.code limit 200`)

export type Expected = {
  userId: string
  name: string
  department: string | null
  state: 'present' | 'absent' | 'excused' | null
}

/** Who is under way with the course, and who was there, by name. */
export const readExpected = (scope: Scope, session: Session): Promise<Expected[]> =>
  scope.db.execute<Expected>(sql`
    select u.id as "userId", u.name, d.name as department, w.state
    from core.users u
    left join core.departments d on d.company_id = u.company_id and d.id = u.department_id
    left join training.attendance w on w.company_id = u.company_id and w.user_id = u.id
      and w.session_id = ${session.id}
    where u.company_id = ${scope.company.id} and u.disabled_at is null
      and (w.state is not null or exists (select from training.assignments a
        where a.company_id = u.company_id and a.user_id = u.id
          and a.course_id = ${session.courseId} and a.status = 'in_progress'))
    order by u.name, u.id limit 500`)
