import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts about how tickets stand to each other, in one language. */
export const linkingText = catalogue(en, zhCN)
