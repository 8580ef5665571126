import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts of a ticket's conversation in one language. */
export const conversationText = catalogue(en, zhCN)
