import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts of reports about tickets in one language. */
export const reportsText = catalogue(en, zhCN)
