import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts about the knowledge base in one language. */
export const articleText = catalogue(en, zhCN)
