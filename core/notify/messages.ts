import { catalogue, type Worded } from '../i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

export type NotifyText = Worded<typeof en>

/** Texts of the notifications page, and of what the core itself tells. */
export const notifyText = catalogue(en, zhCN)
