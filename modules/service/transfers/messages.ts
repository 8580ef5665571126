import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts of files with tickets in one language. */
export const serviceTransferText = catalogue(en, zhCN)
