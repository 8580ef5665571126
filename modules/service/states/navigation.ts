import type { Navigation } from '../../../core/module.ts'
import { manageService } from '../rights.ts'

export const stateNavigation: Navigation<'service'> = {
  href: '/service/states',
  icon: 'settings',
  title: { en: 'States and categories', 'zh-CN': '状态与分类' },
  permission: manageService,
  inside: true,
}
