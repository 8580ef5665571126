import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts of what customers are told by itself. */
export const noticeText = catalogue(en, zhCN)
