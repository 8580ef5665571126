import type { Permission } from '../../../core/module.ts'
import { quoteKind } from './kind.ts'

/** Leads their department and below, members their own; the sponsor looks. */
export const quotePermissions: readonly Permission<'sales'>[] = [
  {
    key: quoteKind.view,
    title: { en: 'See quotes', 'zh-CN': '查看报价' },
    scoped: true,
    roles: { admin: 'all', lead: 'tree', member: 'own', sponsor: 'all' },
  },
  {
    key: quoteKind.edit,
    title: { en: 'Write and change quotes', 'zh-CN': '新建和修改报价' },
    scoped: true,
    roles: { admin: 'all', lead: 'tree', member: 'own' },
  },
  {
    key: quoteKind.export,
    title: { en: 'Export quotes', 'zh-CN': '导出报价' },
    scoped: true,
    roles: { admin: 'all', lead: 'tree' },
  },
]
