import type { Navigation } from '../../../core/module.ts'
import { auditedReports as audited } from '../../../core/reports/audited.ts'
import { viewTickets } from '../rights.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

export const reportNavigation: Navigation<'service'> = {
  href: '/service/reports',
  icon: 'report-analytics',
  title: { en: en.title, 'zh-CN': zhCN.title },
  permission: viewTickets,
}

/** Reports that left as files, in the audit trail. */
export const auditedReports = audited<'service'>('service.report', {
  ...{ en: en.title, 'zh-CN': zhCN.title },
})
