import { catalogue } from '../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** What the pages of announcements say. */
export const announcementText = catalogue(en, zhCN)
