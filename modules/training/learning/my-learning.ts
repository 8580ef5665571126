import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import type { Scope } from '../../../core/scope.ts'
import type { CourseContent, Texts } from '../courses/content.ts'
import { progressOf } from './place.ts'
import type { Status } from './schema.ts'

/** A course in somebody's own list. */
export type Own = {
  courseId: string
  code: string
  titles: Texts
  minutes: number
  status: Status
  mandatory: boolean
  dueOn: string | null
  isLate: boolean
  /** Between 0 and 1. */
  progress: number
  completionId: string | null
  validUntil: string | null
}

export type Offered = { id: string; code: string; titles: Texts; minutes: number }

type Row = Omit<Own, 'progress' | 'isLate' | 'minutes'> & {
  content: CourseContent
  done: string[]
}

/** What somebody is to learn and has learned: what is due first stands first. */
export async function readOwn(scope: Scope): Promise<Own[]> {
  const company = scope.company.id
  const rows = await scope.db.execute<Row>(sql`
    select distinct on (a.course_id) a.course_id as "courseId", c.code, c.titles, a.status,
      a.mandatory, a.due_on::text as "dueOn", v.content, d.id as "completionId",
      d.valid_until::text as "validUntil",
      coalesce((select json_agg(p.lesson) from training.progress p where p.company_id = ${company}
        and p.assignment_id = a.id and p.done_at is not null), '[]') as done
    from training.assignments a
    join training.courses c on c.company_id = a.company_id and c.id = a.course_id
      and c.archived_at is null
    join training.course_versions v on v.company_id = a.company_id and v.id = a.version_id
    left join lateral (select id, valid_until from training.completions x
      where x.company_id = ${company} and x.user_id = a.user_id and x.course_id = a.course_id
        and x.revoked_at is null order by x.id desc limit 1) d on true
    where a.company_id = ${company} and a.user_id = ${scope.user.id} and a.status <> 'superseded'
    order by a.course_id, a.cycle desc limit 300`)
  const now = today(scope)
  return rows
    .map(({ content, done, ...row }) => ({
      ...row,
      minutes: content.minutes,
      progress: row.status === 'completed' ? 1 : progressOf(content, new Set(done)),
      isLate: isOpen(row.status) && row.dueOn !== null && row.dueOn < now,
    }))
    .sort(
      (one, other) =>
        (one.dueOn ?? '9').localeCompare(other.dueOn ?? '9') || one.code.localeCompare(other.code),
    )
}

export const isOpen = (status: Status): boolean => status === 'assigned' || status === 'in_progress'

/** Courses that one may take up besides, those not taken yet. */
export const readOffered = (scope: Scope): Promise<Offered[]> =>
  scope.db.execute<Offered>(sql`
    select c.id, c.code, c.titles, (v.content ->> 'minutes')::int as minutes
    from training.courses c
    join training.course_versions v on v.company_id = c.company_id and v.id = c.published_id
    where c.company_id = ${scope.company.id} and c.archived_at is null
      and not exists (select from training.assignments a where a.company_id = c.company_id
        and a.user_id = ${scope.user.id} and a.course_id = c.id and a.status <> 'superseded')
    order by c.code limit 200`)
