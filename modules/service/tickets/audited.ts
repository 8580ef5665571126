import { and, eq, inArray } from 'drizzle-orm'
import type { Audited } from '../../../core/module.ts'
import { en as recordsEn } from '../../../core/records/messages/en.ts'
import { zhCN as recordsZh } from '../../../core/records/messages/zh-CN.ts'
import { categoryObject, stateObject } from '../states/objects.ts'
import { ticketKind } from './kind.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { tickets } from './schema.ts'
import { ticketFields } from './ticket-fields.ts'

type Said =
  | ('number' | 'state' | 'category' | 'person' | 'account')
  | ('fromName' | 'fromAddress' | 'firstResponse' | 'solved')

const said = (key: Said) => ({
  en: en[key],
  'zh-CN': zhCN[key],
})

/** Tickets in the audit trail. */
export const auditedTickets: Audited<'service'> = {
  object: ticketKind.object,
  title: { en: en.one, 'zh-CN': zhCN.one },
  fields: [
    ...ticketFields.map(({ field, label }) => ({ field, label })),
    { field: 'number', label: said('number') },
    { field: 'stateId', label: said('state'), refers: stateObject },
    { field: 'categoryId', label: said('category'), refers: categoryObject },
    { field: 'personId', label: said('person'), refers: 'contacts.person' },
    { field: 'fromName', label: said('fromName') },
    { field: 'fromAddress', label: said('fromAddress') },
    { field: 'firstResponseAt', label: said('firstResponse') },
    { field: 'solvedAt', label: said('solved') },
    { field: 'accountId', label: said('account'), refers: 'contacts.account' },
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
  deeds: {
    'customer-wrote': { en: 'entered what the customer wrote', 'zh-CN': '记录客户来信' },
    'rating-asked': { en: 'asked the customer for a rating', 'zh-CN': '请客户评价' },
    rated: { en: 'was rated by the customer', 'zh-CN': '客户作出评价' },
  },
  names: async ({ db, company }, ids) => {
    const rows = await db
      .select({ id: tickets.id, name: tickets.name })
      .from(tickets)
      .where(and(eq(tickets.companyId, company.id), inArray(tickets.id, [...ids])))
    return new Map(rows.map(({ id, name }) => [id, name]))
  },
}
