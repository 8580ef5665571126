import { catalogue } from '../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** The matrix's texts in one language. */
export const matrixText = catalogue(en, zhCN)
