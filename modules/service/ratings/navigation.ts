import type { Navigation } from '../../../core/module.ts'
import { manageService } from '../rights.ts'

/** Where it is said when customers are asked; what they say is a report. */
export const ratingNavigation: Navigation<'service'> = {
  href: '/service/rating-rules',
  icon: 'star',
  title: { en: 'Asking customers', 'zh-CN': '评价设置' },
  permission: manageService,
  inside: true,
}
