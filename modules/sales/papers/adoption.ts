import type { Adoption } from '../../../core/adoption/declared.ts'
import { approvalObject } from '../approval/asking.ts'
import { contractKind } from '../contracts/kind.ts'
import { invoiceObject } from '../invoices/invoices.ts'
import { quoteKind } from '../quotes/kind.ts'
import { receiptObject } from '../receivables/receipts.ts'

/** What real work on papers is: quoting, agreeing, noting money, deciding. */
export const paperDeeds: Adoption<'sales'>['deeds'] = [
  {
    deed: 'quote',
    label: { en: 'Quotes written, released or answered', 'zh-CN': '报价的撰写、定稿或答复' },
    object: quoteKind.object,
    actions: ['created', 'changed', 'released', 'accepted', 'refused'],
  },
  {
    deed: 'contract',
    label: { en: 'Contracts written or put in force', 'zh-CN': '合同的撰写或生效' },
    object: contractKind.object,
    actions: ['created', 'changed', 'enforced', 'planned'],
  },
  {
    deed: 'receipt',
    label: { en: 'Receipts recorded', 'zh-CN': '登记回款' },
    object: receiptObject,
    actions: ['created'],
  },
  {
    deed: 'invoice',
    label: { en: 'Invoices asked for or answered', 'zh-CN': '开票的申请或处理' },
    object: invoiceObject,
    actions: ['created', 'changed'],
  },
  {
    deed: 'approval',
    label: { en: 'Approvals decided', 'zh-CN': '完成审批' },
    object: approvalObject,
    actions: ['approved', 'returned'],
  },
]
