import { catalogue } from '../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** What the pages say on which people say what blocks them. */
export const feedbackText = catalogue(en, zhCN)
