import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts of the desk from which somebody answers tickets, in one language. */
export const deskText = catalogue(en, zhCN)
