import type { Audited } from '../../../core/module.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { ratingRuleObject } from './rules.ts'

/** When customers are asked, in the audit trail. */
export const auditedRatingRules: Audited<'service'> = {
  object: ratingRuleObject,
  title: { en: en.rules.title, 'zh-CN': zhCN.rules.title },
  fields: [
    { field: 'asks', label: { en: en.rules.asks, 'zh-CN': zhCN.rules.asks } },
    { field: 'callBackAt', label: { en: en.rules.callBack, 'zh-CN': zhCN.rules.callBack } },
  ],
}
