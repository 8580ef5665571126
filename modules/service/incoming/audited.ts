import type { Audited } from '../../../core/module.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { mailObject } from './reading.ts'

/** What somebody decided about a mail, in the audit trail. */
export const auditedMails: Audited<'service'> = {
  object: mailObject,
  title: { en: en.title, 'zh-CN': zhCN.title },
  fields: [],
}
