import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts about what customers say of the service. */
export const ratingText = catalogue(en, zhCN)
