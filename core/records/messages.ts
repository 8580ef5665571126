import { catalogue } from '../i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts of the audit trail and of histories. */
export const recordText = catalogue(en, zhCN)
