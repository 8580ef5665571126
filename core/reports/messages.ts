import { catalogue } from '../i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts that all reports share, in one language. */
export const reportsText = catalogue(en, zhCN)
