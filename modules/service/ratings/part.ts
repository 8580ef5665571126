import type { Navigation } from '../../../core/module.ts'
import { manageService } from '../rights.ts'
import { viewRatings } from './rights.ts'

/** Where satisfaction is found, and where it is said when customers are asked. */
export const ratingNavigation: readonly Navigation<'service'>[] = [
  {
    href: '/service/satisfaction',
    icon: 'star',
    title: { en: 'Satisfaction', 'zh-CN': '满意度' },
    permission: viewRatings,
  },
  {
    href: '/service/rating-rules',
    icon: 'settings',
    title: { en: 'Asking customers', 'zh-CN': '评价设置' },
    permission: manageService,
    inside: true,
  },
]
