import { catalogue } from './catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** The core's texts in one language. */
export const coreText = catalogue(en, zhCN)
