import { and, eq, inArray } from 'drizzle-orm'
import type { Audited } from '../../../core/module.ts'
import { en as recordsEn } from '../../../core/records/messages/en.ts'
import { zhCN as recordsZh } from '../../../core/records/messages/zh-CN.ts'
import { leadKind } from './kind.ts'
import { leadFields } from './lead-fields.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { leads } from './schema.ts'

/** Leads in the audit trail. */
export const auditedLeads: Audited<'sales'> = {
  object: leadKind.object,
  title: { en: en.one, 'zh-CN': zhCN.one },
  fields: [
    ...leadFields.map(({ field, label }) => ({ field, label })),
    {
      field: 'accountId',
      label: { en: en.account, 'zh-CN': zhCN.account },
      refers: 'contacts.account',
    },
    {
      field: 'personId',
      label: { en: en.contact, 'zh-CN': zhCN.contact },
      refers: 'contacts.person',
    },
    { field: 'dealId', label: { en: en.deal, 'zh-CN': zhCN.deal }, refers: 'sales.deal' },
    {
      field: 'ownerId',
      label: { en: recordsEn.pages.owner, 'zh-CN': recordsZh.pages.owner },
      refers: 'core.user',
    },
    {
      field: 'departmentId',
      label: { en: recordsEn.pages.department, 'zh-CN': recordsZh.pages.department },
      refers: 'core.department',
    },
  ],
  names: async ({ db, company }, ids) => {
    const rows = await db
      .select({ id: leads.id, name: leads.name })
      .from(leads)
      .where(and(eq(leads.companyId, company.id), inArray(leads.id, [...ids])))
    return new Map(rows.map(({ id, name }) => [id, name]))
  },
}
