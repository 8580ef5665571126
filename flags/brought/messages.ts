import { catalogue } from '../../core/i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** What is said of flags that were brought along from elsewhere. */
export const broughtText = catalogue(en, zhCN)
