import { catalogue } from '../i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts of own fields and of the pages that manage them. */
export const ownText = catalogue(en, zhCN)
