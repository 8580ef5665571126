import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** The texts about duplicates in one language. */
export const duplicatesText = catalogue(en, zhCN)
