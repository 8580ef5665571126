import type { Navigation } from '../../../core/module.ts'
import { viewDeals } from '../rights.ts'
import { followUpsHref } from './filters.ts'

/** Where all that was done with customers is found. */
export const followUpNavigation: Navigation<'sales'> = {
  href: followUpsHref,
  icon: 'message-circle',
  title: { en: 'Follow-ups', 'zh-CN': '跟进记录' },
  permission: viewDeals,
}
