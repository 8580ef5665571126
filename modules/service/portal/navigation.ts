import type { Navigation } from '../../../core/module.ts'
import { manageService } from '../rights.ts'

export const portalNavigation: Navigation<'service'> = {
  href: '/service/portal',
  icon: 'world',
  title: { en: 'Public pages', 'zh-CN': '公开帮助页' },
  permission: manageService,
  inside: true,
}
