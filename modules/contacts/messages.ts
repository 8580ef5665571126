import { catalogue } from '../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** The module's texts in one language. */
export const contactsText = catalogue(en, zhCN)
