import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts about what customers have in use, and its warranty, in one language. */
export const warrantyText = catalogue(en, zhCN)
