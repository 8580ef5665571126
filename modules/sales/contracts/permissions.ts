import type { Permission } from '../../../core/module.ts'
import { contractKind } from './kind.ts'

const usual = { admin: 'all', lead: 'tree', member: 'own' } as const

export const recordReceipts = 'sales.receipts.record'

/** Who reaches a contract reaches its instalments, receipts and invoices. */
export const contractPermissions: readonly Permission<'sales'>[] = [
  {
    key: contractKind.view,
    title: { en: 'See contracts and receipts', 'zh-CN': '查看合同和回款' },
    scoped: true,
    roles: { ...usual, sponsor: 'all' },
  },
  {
    key: contractKind.edit,
    title: { en: 'Write and change contracts and instalments', 'zh-CN': '维护合同和回款计划' },
    scoped: true,
    roles: usual,
  },
  {
    key: recordReceipts,
    title: { en: 'Record receipts and handle invoices', 'zh-CN': '登记回款和处理开票' },
    scoped: true,
    roles: usual,
  },
]
