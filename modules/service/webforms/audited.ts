import { sql } from 'drizzle-orm'
import type { Audited } from '../../../core/module.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { webForms } from './schema.ts'
import { webFormObject } from './web-forms.ts'

/** Web forms in the audit trail. */
export const auditedForms: Audited<'service'> = {
  object: webFormObject,
  title: { en: en.one, 'zh-CN': zhCN.one },
  fields: [
    ...(['name', 'consent', 'thanks', 'language'] as const).map((field) => ({
      ...{ field, label: { en: en[field], 'zh-CN': zhCN[field] } },
    })),
    { field: 'intro', label: { en: en.introduction, 'zh-CN': zhCN.introduction } },
    {
      field: 'departmentId',
      label: { en: en.department, 'zh-CN': zhCN.department },
      refers: 'core.department',
    },
  ],
  names: async ({ db, company }, ids) => {
    const rows = await db.execute<{ id: string; name: string }>(sql`
      select id, name from ${webForms}
      where company_id = ${company.id} and id = any(${sql.param([...ids])}::uuid[])`)
    return new Map(rows.map(({ id, name }) => [id, name]))
  },
}
