import { catalogue } from '../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** The words that all registers share. */
export const registerText = catalogue(en, zhCN)
