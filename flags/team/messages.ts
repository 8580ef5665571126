import { catalogue } from '../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** What the page about the project team says. */
export const teamText = catalogue(en, zhCN)
