import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts of pipelines, deal stages and loss reasons in one language. */
export const pipelinesText = catalogue(en, zhCN)
