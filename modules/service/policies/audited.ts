import { sql } from 'drizzle-orm'
import type { Audited } from '../../../core/module.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { policyObject } from './policies.ts'
import { policies } from './schema.ts'

const labels = {
  ...{ name: 'name', position: 'position', priorities: 'priorities', levels: 'levels' },
  ...{ categoryIds: 'categories', firstMinutes: 'first', nextMinutes: 'next' },
  ...{ solveMinutes: 'solve', pauses: 'pauses', warnPercent: 'warnPercent' },
  escalates: 'escalates',
} as const satisfies Record<string, keyof typeof en>

/** Policies in the audit trail; times are minutes there. */
export const auditedPolicies: Audited<'service'> = {
  object: policyObject,
  title: { en: en.one, 'zh-CN': zhCN.one },
  fields: Object.entries(labels).map(([field, key]) => ({
    ...{ field, label: { en: en[key], 'zh-CN': zhCN[key] } },
  })),
  names: async ({ db, company }, ids) => {
    const rows = await db.execute<{ id: string; name: string }>(sql`
      select id, name from ${policies}
      where company_id = ${company.id} and id = any(${sql.param([...ids])}::uuid[])`)
    return new Map(rows.map(({ id, name }) => [id, name]))
  },
}
