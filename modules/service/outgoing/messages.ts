import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts of what goes out by mail. */
export const outgoingText = catalogue(en, zhCN)
