import { sql } from 'drizzle-orm'
import type { Audited } from '../../../core/module.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { targetObject } from './setting.ts'

/** Targets in the audit trail: of whom, of what, and all of a year in one line. */
export const auditedTargets: Audited<'sales'> = {
  object: targetObject,
  title: { en: en.one, 'zh-CN': zhCN.one },
  fields: [
    { field: 'measure', label: { en: en.measure, 'zh-CN': zhCN.measure } },
    { field: 'targets', label: { en: en.title, 'zh-CN': zhCN.title } },
  ],
  names: async ({ db, company }, ids) => {
    const rows = await db.execute<{ id: string; name: string }>(sql`
      select id, name from core.users
      where company_id = ${company.id} and id = any(${sql.param(ids)}::uuid[])
      union all select id, name from core.departments
      where company_id = ${company.id} and id = any(${sql.param(ids)}::uuid[])`)
    return new Map(rows.map(({ id, name }) => [id, name]))
  },
}
