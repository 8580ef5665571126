import { and, eq, inArray } from 'drizzle-orm'
import type { Audited } from '../../../core/module.ts'
import { en as recordsEn } from '../../../core/records/messages/en.ts'
import { zhCN as recordsZh } from '../../../core/records/messages/zh-CN.ts'
import { en as productsEn } from '../deal-products/messages/en.ts'
import { zhCN as productsZh } from '../deal-products/messages/zh-CN.ts'
import { stageObject } from '../pipelines/changing.ts'
import { en as pipelinesEn } from '../pipelines/messages/en.ts'
import { zhCN as pipelinesZh } from '../pipelines/messages/zh-CN.ts'
import { dealFields } from './deal-fields.ts'
import { dealKind } from './kind.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { deals } from './schema.ts'

/** Deals in the audit trail. */
export const auditedDeals: Audited<'sales'> = {
  object: dealKind.object,
  title: { en: en.list.title, 'zh-CN': zhCN.list.title },
  fields: [
    ...dealFields.map(({ field, label }) => ({ field, label })),
    { field: 'stageId', label: { en: en.stage, 'zh-CN': zhCN.stage }, refers: stageObject },
    {
      field: 'accountId',
      label: { en: en.account, 'zh-CN': zhCN.account },
      refers: 'contacts.account',
    },
    {
      field: 'personId',
      label: { en: en.person, 'zh-CN': zhCN.person },
      refers: 'contacts.person',
    },
    { field: 'products', label: { en: productsEn.title, 'zh-CN': productsZh.title } },
    {
      field: 'lossReason',
      label: { en: pipelinesEn.reasons.one, 'zh-CN': pipelinesZh.reasons.one },
    },
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
      .select({ id: deals.id, name: deals.name })
      .from(deals)
      .where(and(eq(deals.companyId, company.id), inArray(deals.id, [...ids])))
    return new Map(rows.map(({ id, name }) => [id, name]))
  },
}
