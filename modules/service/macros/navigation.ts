import type { Navigation } from '../../../core/module.ts'
import { editTickets } from '../rights.ts'

export const macroNavigation: Navigation<'service'> = {
  href: '/service/macros',
  icon: 'bolt',
  title: { en: 'Saved replies', 'zh-CN': '快捷回复' },
  permission: editTickets,
  inside: true,
}
