import type { Audited } from '../../../core/module.ts'
import { auditedReports } from '../../../core/reports/audited.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { ratingReportObject } from './report.ts'
import { ratingRuleObject } from './rules.ts'

/** When customers are asked, and what they said leaving as a file, in the audit trail. */
export const auditedRatings: readonly Audited<'service'>[] = [
  {
    object: ratingRuleObject,
    title: { en: en.rules.title, 'zh-CN': zhCN.rules.title },
    fields: [
      { field: 'asks', label: { en: en.rules.asks, 'zh-CN': zhCN.rules.asks } },
      { field: 'callBackAt', label: { en: en.rules.callBack, 'zh-CN': zhCN.rules.callBack } },
    ],
  },
  auditedReports<'service'>(ratingReportObject, {
    en: en.report.setTitle,
    'zh-CN': zhCN.report.setTitle,
  }),
]
