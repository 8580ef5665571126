import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts of the checklist of a ticket in one language. */
export const checklistText = catalogue(en, zhCN)
