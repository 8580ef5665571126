import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** What those who read the work of others read. */
export const handInText = catalogue(en, zhCN)
