import { sql } from 'drizzle-orm'
import { may } from '../../core/access/person.ts'
import type { Hit } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { containing } from '../../core/values/part.ts'
import { sayIn, type Texts } from './courses/content.ts'
import { teach } from './permissions.ts'

type Found = { id: string; code: string; titles: Texts; published: boolean }

/**
 * Courses by a part of their title in either language, or by their code. Those who write them find
 * what was never published too, where they write it.
 */
export async function findCourses(scope: Scope, query: string, limit: number): Promise<Hit[]> {
  const part = containing(query)
  const teaches = may(scope.user, teach)
  const rows = await scope.db.execute<Found>(sql`
    select id, code, titles, published_id is not null as published from training.courses
    where company_id = ${scope.company.id} and archived_at is null
      and (published_id is not null or ${teaches})
      and (name ilike ${part} or code ilike ${part} or titles ->> 'en' ilike ${part}
        or titles ->> 'zh-CN' ilike ${part})
    order by code limit ${limit}`)
  return rows.map(({ id, code, titles, published }) => ({
    ...{ title: sayIn(scope.locale, titles), detail: code, icon: 'school' as const },
    href: published ? `/training/courses/${id}` : `/training/studio/courses/${id}`,
  }))
}
