import { catalogue } from '../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** What the page about changing needs says. */
export const needsText = catalogue(en, zhCN)
