import { sql } from 'drizzle-orm'
import type { Audited } from '../../../core/module.ts'
import { tourObject } from './writing.ts'

/** What tours are called in the audit trail. */
export const toursAudited: readonly Audited<'training'>[] = [
  {
    object: tourObject,
    title: { en: 'Tour', 'zh-CN': '引导' },
    fields: [
      { field: 'title', label: { en: 'Title', 'zh-CN': '名称' } },
      { field: 'start', label: { en: 'Begins on the page', 'zh-CN': '起始页面' } },
      { field: 'steps', label: { en: 'Steps', 'zh-CN': '步数' } },
      { field: 'number', label: { en: 'Version', 'zh-CN': '版本' } },
    ],
    names: async (scope, ids) => {
      const rows = await scope.db.execute<{ id: string; name: string }>(sql`
        select id, name from training.tours where company_id = ${scope.company.id}
          and id = any(${sql.param(ids)}::uuid[])`)
      return new Map(rows.map(({ id, name }) => [id, name]))
    },
  },
]
