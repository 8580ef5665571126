import { sql } from 'drizzle-orm'
import type { Audited } from '../../../core/module.ts'
import { sayIn, type Texts } from '../courses/content.ts'
import { sessionObject } from './planning.ts'

/** What sessions are called in the audit trail; each by the course it is of. */
export const sessionsAudited: readonly Audited<'training'>[] = [
  {
    object: sessionObject,
    title: { en: 'Live session', 'zh-CN': '现场课' },
    fields: [
      { field: 'startsAt', label: { en: 'Begins', 'zh-CN': '开始时间' } },
      { field: 'place', label: { en: 'Place', 'zh-CN': '地点' } },
    ],
    names: async (scope, ids) => {
      const rows = await scope.db.execute<{ id: string; titles: Texts }>(sql`
        select s.id, c.titles from training.sessions s
        join training.courses c on c.company_id = s.company_id and c.id = s.course_id
        where s.company_id = ${scope.company.id} and s.id = any(${sql.param(ids)}::uuid[])`)
      return new Map(rows.map(({ id, titles }) => [id, sayIn(scope.locale, titles)]))
    },
  },
]
