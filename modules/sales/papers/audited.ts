import { sql } from 'drizzle-orm'
import type { Audited } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import { approvalObject } from '../approval/asking.ts'
import { contractKind } from '../contracts/kind.ts'
import { en as contractEn } from '../contracts/messages/en.ts'
import { zhCN as contractZh } from '../contracts/messages/zh-CN.ts'
import { invoiceObject } from '../invoices/invoices.ts'
import { en as invoiceEn } from '../invoices/messages/en.ts'
import { zhCN as invoiceZh } from '../invoices/messages/zh-CN.ts'
import { priceBookObject, productKind } from '../products/kind.ts'
import { productFields } from '../products/product-fields.ts'
import { quoteKind } from '../quotes/kind.ts'
import { en as quoteEn } from '../quotes/messages/en.ts'
import { zhCN as quoteZh } from '../quotes/messages/zh-CN.ts'
import { instalmentObject } from '../receivables/instalments.ts'
import { en as receivableEn } from '../receivables/messages/en.ts'
import { zhCN as receivableZh } from '../receivables/messages/zh-CN.ts'
import { receiptObject } from '../receivables/receipts.ts'
import { ruleObject } from '../settings/rules.ts'
import { contractDeeds, instalmentDeeds, productDeeds, quoteDeeds, receiptDeeds } from './deeds.ts'

type Field = Audited['fields'][number]
const word = (field: string, en: string, zh: string, refers?: string): Field => ({
  field,
  label: { en, 'zh-CN': zh },
  ...(refers && { refers }),
})

const nameless = async () => new Map<string, string>()
const named = (table: 'products' | 'price_books' | 'quotes' | 'contracts' | 'receipts') => {
  const label = table === 'products' || table === 'price_books' ? sql`name` : sql`number`
  return async ({ db, company }: Scope, ids: readonly string[]) => {
    const rows = await db.execute<{ id: string; name: string }>(sql`
      select id, ${label} as name from sales.${sql.identifier(table)}
      where company_id = ${company.id} and id = any(${sql.param(ids)}::uuid[])`)
    return new Map(rows.map(({ id, name }) => [id, name]))
  }
}

const account = word('accountId', 'Account', '客户', 'contacts.account')
const owner = word('ownerId', 'Owner', '负责人', 'core.user')
const department = word('departmentId', 'Department', '部门', 'core.department')
const number = word('number', 'Number', '编号')
const amount = word('amountMinor', 'Amount (smallest units)', '金额（最小货币单位）')
const currency = word('currency', 'Currency', '币种')
const contract = word('contract', 'Contract', '合同', contractKind.object)
const note = word('note', receivableEn.note, receivableZh.note)
const step = word('step', 'Step', '步骤')

/** What papers and their fields are called where the audit trail is read. */
export const auditedPapers: readonly Audited<'sales'>[] = [
  {
    object: productKind.object,
    title: { en: 'Product', 'zh-CN': '产品' },
    fields: productFields.map(({ field, label }) => ({ field, label })),
    deeds: productDeeds,
    names: named('products'),
  },
  {
    object: priceBookObject,
    title: { en: 'Price book', 'zh-CN': '价格表' },
    fields: [
      word('name', 'Name', '名称'),
      currency,
      word('level', 'Level of customers', '客户级别'),
      word('startsOn', 'From', '开始日期'),
      word('endsOn', 'To', '结束日期'),
      word('departments', 'Departments', '适用部门'),
      word('product', 'Product', '产品', productKind.object),
      word('priceMinor', 'Price (smallest units)', '单价（最小货币单位）'),
    ],
    names: named('price_books'),
  },
  {
    object: quoteKind.object,
    title: { en: quoteEn.one, 'zh-CN': quoteZh.one },
    fields: [
      ...[number, account, owner, department, currency],
      word('title', quoteEn.subject, quoteZh.subject),
      word('dealId', 'Deal', '商机', 'sales.deal'),
      word('revision', 'Version', '版本'),
      word('attention', quoteEn.attention, quoteZh.attention),
      word('taxing', quoteEn.taxing, quoteZh.taxing),
      word('validUntil', quoteEn.validUntil, quoteZh.validUntil),
      word('terms', quoteEn.terms, quoteZh.terms),
      word('lines', 'Lines', '明细'),
      word('decidedOn', quoteEn.decidedOn, quoteZh.decidedOn),
      word('decision', quoteEn.decision, quoteZh.decision),
    ],
    deeds: quoteDeeds,
    names: named('quotes'),
  },
  {
    object: contractKind.object,
    title: { en: contractEn.one, 'zh-CN': contractZh.one },
    fields: [
      ...[number, account, owner, department, currency],
      word('name', contractEn.name, contractZh.name),
      word('totalMinor', 'Amount (smallest units)', '金额（最小货币单位）'),
      word('signedOn', contractEn.signedOn, contractZh.signedOn),
      word('startsOn', contractEn.startsOn, contractZh.startsOn),
      word('endsOn', contractEn.endsOn, contractZh.endsOn),
      word('remindDays', contractEn.remindDays, contractZh.remindDays),
      word('terms', contractEn.terms, contractZh.terms),
      word('quoteId', contractEn.quote, contractZh.quote, quoteKind.object),
      word('dealId', 'Deal', '商机', 'sales.deal'),
      word('personId', 'Contact', '联系人', 'contacts.person'),
      word('renewsId', contractEn.renews, contractZh.renews, contractKind.object),
      word('renewedBy', contractEn.renewedBy, contractZh.renewedBy, contractKind.object),
    ],
    deeds: contractDeeds,
    names: named('contracts'),
  },
  {
    object: instalmentObject,
    title: { en: receivableEn.instalment, 'zh-CN': receivableZh.instalment },
    fields: [contract, amount, note, word('dueOn', receivableEn.dueOn, receivableZh.dueOn)],
    deeds: instalmentDeeds,
    names: nameless,
  },
  {
    object: receiptObject,
    title: { en: receivableEn.receipt, 'zh-CN': receivableZh.receipt },
    fields: [
      ...[number, contract, amount, note],
      word('receivedOn', receivableEn.receivedOn, receivableZh.receivedOn),
      word('instalmentId', receivableEn.instalment, receivableZh.instalment),
      word('method', receivableEn.method, receivableZh.method),
      word('reference', receivableEn.reference, receivableZh.reference),
    ],
    deeds: receiptDeeds,
    names: named('receipts'),
  },
  {
    object: invoiceObject,
    title: { en: invoiceEn.one, 'zh-CN': invoiceZh.one },
    fields: [
      ...[contract, amount, note],
      word('kind', invoiceEn.kind, invoiceZh.kind),
      word('payer', invoiceEn.payer, invoiceZh.payer),
      word('title', invoiceEn.name, invoiceZh.name),
      word('taxNumber', invoiceEn.taxNumber, invoiceZh.taxNumber),
      word('address', invoiceEn.address, invoiceZh.address),
      word('bank', invoiceEn.bank, invoiceZh.bank),
      word('state', invoiceEn.state, invoiceZh.state),
      word('invoiceNumber', invoiceEn.invoiceNumber, invoiceZh.invoiceNumber),
      word('issuedOn', invoiceEn.issuedOn, invoiceZh.issuedOn),
      word('answer', invoiceEn.answer, invoiceZh.answer),
    ],
    names: nameless,
  },
  {
    object: approvalObject,
    title: { en: 'Approval', 'zh-CN': '审批' },
    fields: [
      ...[amount, currency, department, step],
      word('object', 'Kind of record', '记录类型'),
      word('recordId', 'Record', '所属记录'),
      word('title', 'Paper', '单据'),
      word('reason', 'Reason', '说明'),
      word('comment', 'Comment', '审批意见'),
      word('insteadOf', 'Instead of', '代替', 'core.user'),
    ],
    names: nameless,
  },
  {
    object: ruleObject,
    title: { en: 'Approval rule', 'zh-CN': '审批规则' },
    fields: [
      ...[step, department],
      word('object', 'Kind of record', '记录类型'),
      word('overMinor', 'From this amount on (smallest units)', '金额达到（最小货币单位）'),
      word('approverId', 'Approver', '审批人', 'core.user'),
    ],
    names: nameless,
  },
  {
    object: 'sales.discount-limit',
    title: { en: 'Discount limit', 'zh-CN': '折扣权限' },
    fields: [word('percent', 'Per cent', '百分比')],
    names: nameless,
  },
  {
    object: 'sales.deputy',
    title: { en: 'Deputy', 'zh-CN': '审批代理人' },
    fields: [
      word('deputy', 'Deputy', '代理人', 'core.user'),
      word('from', 'From', '开始日期'),
      word('to', 'Until', '结束日期'),
    ],
    names: nameless,
  },
]
