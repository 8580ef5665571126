import { catalogue, type Worded } from '../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

export type ViewText = Worded<typeof en>

/** The words of the shared components in one language. */
export const viewText = catalogue(en, zhCN)
