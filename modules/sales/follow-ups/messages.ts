import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts of the list and the files of follow-ups in one language. */
export const followUpText = catalogue(en, zhCN)
