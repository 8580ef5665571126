import type { Permission } from '../../../core/module.ts'
import {
  assignContracts,
  editContracts,
  exportContracts,
  importContracts,
  recordReceipts,
  viewContracts,
} from './rights.ts'

const usual = { admin: 'all', lead: 'tree', member: 'own' } as const

/** Files leave the firm in few hands; and what comes in by file, nobody approves any more. */
const handing = { admin: 'all', lead: 'tree' } as const

/** Who reaches a contract reaches its instalments, receipts and invoices. */
export const contractPermissions: readonly Permission<'sales'>[] = [
  {
    key: viewContracts,
    title: { en: 'See contracts and receipts', 'zh-CN': '查看合同和回款' },
    scoped: true,
    roles: { ...usual, sponsor: 'all' },
  },
  {
    key: editContracts,
    title: { en: 'Write and change contracts and instalments', 'zh-CN': '维护合同和回款计划' },
    scoped: true,
    roles: usual,
  },
  {
    key: assignContracts,
    title: { en: 'Give contracts to others', 'zh-CN': '分配合同' },
    scoped: true,
    roles: usual,
  },
  {
    key: importContracts,
    title: { en: 'Import contracts and receipts', 'zh-CN': '导入合同和回款' },
    scoped: true,
    roles: handing,
  },
  {
    key: exportContracts,
    title: { en: 'Export contracts and receipts', 'zh-CN': '导出合同和回款' },
    scoped: true,
    roles: handing,
  },
  {
    key: recordReceipts,
    title: { en: 'Record receipts and handle invoices', 'zh-CN': '登记回款和处理开票' },
    scoped: true,
    roles: usual,
  },
]
