import type { Audited } from '../../../core/module.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { outgoingObject } from './reading.ts'

/** That somebody had a mail sent again, in the audit trail. */
export const auditedOutgoing: Audited<'service'> = {
  object: outgoingObject,
  title: { en: en.title, 'zh-CN': zhCN.title },
  fields: [],
  deeds: { 'sent-again': { en: 'had it sent again', 'zh-CN': '重新发送' } },
}
