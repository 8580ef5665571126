import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts about the pages that customers find without signing in. */
export const portalText = catalogue(en, zhCN)
