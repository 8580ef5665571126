import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** What was said and found out in made-up weeks. */
export const pastWeekText = catalogue(en, zhCN)
