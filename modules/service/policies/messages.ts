import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts about what is promised to customers, in one language. */
export const policiesText = catalogue(en, zhCN)
