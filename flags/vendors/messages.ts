import { catalogue } from '../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** What the pages about contracts, vendors and incidents say. */
export const vendorText = catalogue(en, zhCN)
