import { catalogue } from '../../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** What learners read around their courses. */
export const learningText = catalogue(en, zhCN)
