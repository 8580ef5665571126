import type { Permission } from '../../core/module.ts'
import { articlePermissions } from './articles/permissions.ts'
import { macroPermission } from './macros/permissions.ts'
import { ratingPermission } from './ratings/permissions.ts'
import { manageService } from './rights.ts'
import { ticketPermissions } from './tickets/permissions.ts'

/** What roles may do here unless a company decides otherwise. */
export const permissions: readonly Permission<'service'>[] = [
  ...ticketPermissions,
  ...articlePermissions,
  macroPermission,
  ratingPermission,
  {
    key: manageService,
    title: {
      en: 'Set up the service desk: ticket states, categories and all it runs by',
      'zh-CN': '设置客服：工单状态、分类及各项规则',
    },
    scoped: false,
    roles: { admin: 'all' },
  },
]
