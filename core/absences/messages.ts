import { catalogue } from '../i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

export const absencesText = catalogue(en, zhCN)
