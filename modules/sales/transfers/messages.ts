import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** What is said of rows of deals that cannot be taken. */
export const salesTransferText = catalogue(en, zhCN)
