import type { Navigation } from '../../../core/module.ts'
import { manageService } from '../rights.ts'

/** How customers reach the desk. */
export const channelNavigation: Navigation<'service'> = {
  href: '/service/mailboxes',
  icon: 'mail',
  title: { en: 'Channels', 'zh-CN': '渠道' },
  permission: manageService,
  inside: true,
}
