import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts about customers' requests about their data in one language. */
export const dataRequestText = catalogue(en, zhCN)
