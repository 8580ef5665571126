import type { Navigation } from '../../../core/module.ts'
import { viewDeals, viewTargets } from '../rights.ts'

/** Where figures about selling are found from every page. */
export const figureNavigation: readonly Navigation<'sales'>[] = [
  {
    href: '/sales/reports',
    icon: 'report-analytics',
    title: { en: 'Sales reports', 'zh-CN': '销售报表' },
    permission: viewDeals,
  },
  {
    href: '/sales/targets',
    icon: 'target',
    title: { en: 'Targets', 'zh-CN': '业绩目标' },
    permission: viewTargets,
    inside: true,
  },
]
