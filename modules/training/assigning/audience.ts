import { sql } from 'drizzle-orm'
import { type Department, withBelow } from '../../../core/access/department-tree.ts'
import type { Member } from '../../../core/access/members.ts'
import type { Role } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import { isLate } from '../progress/reading.ts'

/** Whom a rule is for: everybody whom each list that is not empty names. */
export type Audience = { roles: readonly Role[]; departmentIds: readonly string[] }

/** Who is in an audience, out of those who may sign in; a department stands for all below it. */
export function audienceOf<M extends Pick<Member, 'roles' | 'departmentId'>>(
  members: readonly M[],
  departments: readonly Department[],
  { roles, departmentIds }: Audience,
): M[] {
  const within = new Set(departmentIds.flatMap((id) => withBelow(departments, id)))
  return members.filter(
    (member) =>
      (roles.length === 0 || member.roles.some((role) => roles.includes(role))) &&
      (within.size === 0 || (member.departmentId !== null && within.has(member.departmentId))),
  )
}

/** A course that a rule assigns, by the version that is taken now. */
export type Taken = { courseId: string; versionId: string; code: string }

/** The published courses of a rule: one, or all of its path. */
export const coursesOf = (
  scope: Scope,
  { courseId, pathId }: { courseId: string | null; pathId: string | null },
): Promise<Taken[]> =>
  scope.db.execute<Taken>(sql`
    select c.id as "courseId", c.published_id as "versionId", c.code from training.courses c
    where c.company_id = ${scope.company.id} and c.archived_at is null
      and c.published_id is not null
      and (c.id = ${courseId} or c.code in (select unnest(p.courses) from training.paths p
        where p.company_id = c.company_id and p.id = ${pathId}))
    order by c.code limit 100`)

/** Where people stand with courses, as far as it matters for assigning them. */
export type Standing = {
  open: boolean
  waived: boolean
  /** It is open and its day has passed, as the heat map counts it. */
  late: boolean
  valid: boolean
  validUntil: string | null
}

/** By person and course, for those that have any standing. */
export async function readStandings(
  scope: Scope,
  courseIds: readonly string[],
): Promise<(userId: string, courseId: string) => Standing | undefined> {
  const rows = await scope.db.execute<Standing & { userId: string; courseId: string }>(sql`
    select a.user_id as "userId", a.course_id as "courseId",
      bool_or(a.status in ('assigned', 'in_progress', 'failed')) as open,
      bool_or(a.status = 'waived') as waived,
      coalesce(bool_or(${isLate(scope)}), false) as late,
      coalesce(bool_or(d.id is not null), false) as valid,
      case when bool_or(d.id is not null and d.valid_until is null) then null
        else max(d.valid_until)::text end as "validUntil"
    from training.assignments a
    left join training.completions d on d.company_id = a.company_id and d.assignment_id = a.id
      and d.revoked_at is null
    where a.company_id = ${scope.company.id}
      and a.course_id = any(${sql.param(courseIds)}::uuid[]) and a.status <> 'superseded'
    group by a.user_id, a.course_id`)
  const known = new Map(rows.map((row) => [`${row.userId} ${row.courseId}`, row]))
  return (userId, courseId) => known.get(`${userId} ${courseId}`)
}
