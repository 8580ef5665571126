import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { Texts } from '../courses/content.ts'

export type NextCourse = { id: string; titles: Texts }

/**
 * What the caller learns after a course: what follows it on a path of their role and is not taken
 * yet, then what comes before it there, then whatever else they are to take and is due first.
 */
export async function readNext(scope: Scope, code: string): Promise<NextCourse | undefined> {
  const { id: company } = scope.company
  const [next] = await scope.db.execute<NextCourse>(sql`
    with ways as (
      select courses, array_position(courses, ${code}::text) as here from training.paths
      where company_id = ${company} and ${code}::text = any(courses)
        and roles && ${sql.param(scope.user.roles)}::text[])
    select c.id, c.titles from training.courses c
    left join lateral (select status, due_on from training.assignments x
      where x.company_id = ${company} and x.user_id = ${scope.user.id} and x.course_id = c.id
        and x.status <> 'superseded' order by x.cycle desc limit 1) a on true
    left join lateral (
      select case when array_position(w.courses, c.code) > w.here
          then array_position(w.courses, c.code) - w.here
          else 1000 + array_position(w.courses, c.code) end as far
      from ways w where c.code = any(w.courses) order by far limit 1) way on true
    where c.company_id = ${company} and c.code <> ${code} and c.archived_at is null
      and c.published_id is not null
      and (a.status in ('assigned', 'in_progress') or (a.status is null and way.far is not null))
    order by way.far nulls last, a.due_on nulls last, c.code limit 1`)
  return next
}
