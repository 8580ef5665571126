import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts of mailboxes, and of what goes wrong with their servers. */
export const mailboxText = catalogue(en, zhCN)
