import { catalogue } from '../i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts of files on records in one language. */
export const attachmentText = catalogue(en, zhCN)
