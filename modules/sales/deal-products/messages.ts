import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts about what deals are about, in one language. */
export const productsText = catalogue(en, zhCN)
