import type { Permission } from '../../../core/module.ts'
import { assignLeads, editLeads, exportLeads, importLeads, viewLeads } from '../rights.ts'

const usual = { admin: 'all', lead: 'tree', member: 'own' } as const
const seeing = { ...usual, sponsor: 'all' } as const

/** Files with those who asked leave the firm in few hands: that is how data leak. */
const handing = { admin: 'all', lead: 'tree' } as const

/** What roles may do with leads unless a company decides otherwise. */
export const leadPermissions: readonly Permission<'sales'>[] = [
  {
    key: viewLeads,
    collaborators: 'sales.lead',
    title: { en: 'See leads', 'zh-CN': '查看线索' },
    scoped: true,
    roles: seeing,
  },
  {
    key: editLeads,
    collaborators: 'sales.lead',
    title: { en: 'Add, change, convert and archive leads', 'zh-CN': '新建、修改、转化和归档线索' },
    scoped: true,
    roles: usual,
  },
  {
    key: assignLeads,
    title: { en: 'Give leads to others', 'zh-CN': '分配线索' },
    scoped: true,
    roles: usual,
  },
  {
    key: importLeads,
    title: { en: 'Import leads', 'zh-CN': '导入线索' },
    scoped: true,
    roles: usual,
  },
  {
    key: exportLeads,
    title: { en: 'Export leads', 'zh-CN': '导出线索' },
    scoped: true,
    roles: handing,
  },
]
