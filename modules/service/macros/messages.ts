import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts about saved replies and macros in one language. */
export const macroText = catalogue(en, zhCN)
