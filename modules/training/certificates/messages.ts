import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** What certificates and the page that checks them say. */
export const certificateText = catalogue(en, zhCN)
