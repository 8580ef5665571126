import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { Texts } from '../courses/content.ts'
import { coreCourses } from './learned.ts'

/** A course to complete before one may write, and how far one is with it. */
export type Left = { id: string; code: string; titles: Texts; minutes: number; begun: boolean }

/**
 * What the caller has yet to complete before they may write in a module: what is left of the core,
 * and, when none of its quick-starts is held, those to choose one of.
 */
export async function readLeft(
  scope: Scope,
  quickStarts: readonly string[],
): Promise<{ core: Left[]; quick: Left[] }> {
  const codes = [...coreCourses, ...quickStarts]
  const rows = await scope.db.execute<Left & { held: boolean }>(sql`
    select c.id, c.code, c.titles, (v.content ->> 'minutes')::int as minutes,
      exists (select from training.completions d where d.company_id = c.company_id
        and d.course_id = c.id and d.user_id = ${scope.user.id} and d.revoked_at is null
        and (d.valid_until is null or d.valid_until >= (${scope.now().toISOString()}::timestamptz
          at time zone ${scope.company.timeZone})::date)) as held,
      exists (select from training.assignments a where a.company_id = c.company_id
        and a.course_id = c.id and a.user_id = ${scope.user.id}
        and a.status = 'in_progress') as begun
    from training.courses c
    join training.course_versions v on v.company_id = c.company_id and v.id = c.published_id
    where c.company_id = ${scope.company.id} and c.archived_at is null
      and c.code = any(${sql.param(codes)}::text[])
    order by c.code`)
  const isQuick = ({ code }: Left) => quickStarts.includes(code)
  const quick = rows.filter(isQuick)
  return {
    core: rows.filter((row) => !isQuick(row) && !row.held),
    quick: quick.some(({ held }) => held) ? [] : quick,
  }
}
