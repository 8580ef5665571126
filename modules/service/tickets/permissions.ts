import type { Permission } from '../../../core/module.ts'
import { assignTickets, editTickets, exportTickets, importTickets, viewTickets } from '../rights.ts'

const usual = { admin: 'all', lead: 'tree', member: 'own' } as const

/** Files with what customers wrote leave the firm in few hands. */
const handing = { admin: 'all', lead: 'tree' } as const

/** What roles may do with tickets unless a company decides otherwise. */
export const ticketPermissions: readonly Permission<'service'>[] = [
  {
    key: viewTickets,
    collaborators: 'service.ticket',
    title: { en: 'See tickets', 'zh-CN': '查看工单' },
    scoped: true,
    roles: { ...usual, sponsor: 'all' },
  },
  {
    key: editTickets,
    collaborators: 'service.ticket',
    title: {
      en: 'Open, answer, change and archive tickets',
      'zh-CN': '新建、答复、修改和归档工单',
    },
    scoped: true,
    roles: usual,
  },
  {
    key: assignTickets,
    title: { en: 'Give tickets to others', 'zh-CN': '分配工单' },
    scoped: true,
    roles: usual,
  },
  {
    key: importTickets,
    title: { en: 'Import tickets', 'zh-CN': '导入工单' },
    scoped: true,
    roles: usual,
  },
  {
    key: exportTickets,
    title: { en: 'Export tickets', 'zh-CN': '导出工单' },
    scoped: true,
    roles: handing,
  },
]
