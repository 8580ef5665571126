import type { Audited } from '../../../core/module.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { mailObject } from './reading.ts'

/** What somebody decided about a mail, in the audit trail. */
export const auditedMails: Audited<'service'> = {
  object: mailObject,
  title: { en: en.title, 'zh-CN': zhCN.title },
  fields: [],
  deeds: {
    taken: { en: 'made a ticket of it', 'zh-CN': '收为工单' },
    dropped: { en: 'put it away', 'zh-CN': '不予处理' },
  },
}
