import type { Audited } from '../../../core/module.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { noticeObject } from './rules.ts'

/** What customers are told by itself, in the audit trail. */
export const auditedNotices: Audited<'service'> = {
  object: noticeObject,
  title: { en: en.rules, 'zh-CN': zhCN.rules },
  fields: [
    { field: 'outOfHours', label: { en: en.outOfHours, 'zh-CN': zhCN.outOfHours } },
    { field: 'closingDays', label: { en: en.closingDays, 'zh-CN': zhCN.closingDays } },
    { field: 'graceDays', label: { en: en.graceDays, 'zh-CN': zhCN.graceDays } },
    { field: 'closing', label: { en: en.closingWords, 'zh-CN': zhCN.closingWords } },
  ],
}
