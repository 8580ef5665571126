import type { Permission } from '../../../core/module.ts'
import { viewRatings } from './rights.ts'

/** Whoever leads sees how their people are rated; everybody else how they are themselves. */
export const ratingPermission: Permission<'service'> = {
  key: viewRatings,
  title: { en: 'See what customers say of the service', 'zh-CN': '查看客户满意度' },
  scoped: true,
  roles: { admin: 'all', lead: 'tree', member: 'own', sponsor: 'all' },
}
