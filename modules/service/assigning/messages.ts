import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts about how tickets find an owner, in one language. */
export const assigningText = catalogue(en, zhCN)
