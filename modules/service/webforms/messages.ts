import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts of web forms. */
export const webFormText = catalogue(en, zhCN)
