import { sql } from 'drizzle-orm'
import type { Audited } from '../../../core/module.ts'
import { exceptionObject } from './exceptions.ts'
import { settingsObject } from './settings.ts'

/** What is called what in the audit trail, of access that follows learning. */
export const accessAudited: readonly Audited<'training'>[] = [
  {
    object: settingsObject,
    title: { en: 'Training settings', 'zh-CN': '培训设置' },
    fields: [
      { field: 'follows', label: { en: 'Access follows learning', 'zh-CN': '先学后用' } },
      {
        field: 'secondReviewer',
        label: { en: 'A second person publishes', 'zh-CN': '第二人复核' },
      },
    ],
  },
  {
    object: exceptionObject,
    title: { en: 'Work before learning', 'zh-CN': '先用后学' },
    fields: [
      { field: 'userId', label: { en: 'For', 'zh-CN': '对象' }, refers: 'core.user' },
      { field: 'module', label: { en: 'Module', 'zh-CN': '模块' } },
      { field: 'until', label: { en: 'Until', 'zh-CN': '截止日期' } },
    ],
    names: async (scope, ids) => {
      const rows = await scope.db.execute<{ id: string; name: string }>(sql`
        select e.id, u.name from training.exceptions e
        join core.users u on u.company_id = e.company_id and u.id = e.user_id
        where e.company_id = ${scope.company.id} and e.id = any(${sql.param(ids)}::uuid[])`)
      return new Map(rows.map(({ id, name }) => [id, name]))
    },
  },
]
