import { catalogue } from '../../i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** What is wrong with a row that was to become a record, in one language. */
export const bookText = catalogue(en, zhCN)
