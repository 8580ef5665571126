import { catalogue } from '../i18n/catalogue.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** Texts about people, departments and roles. */
export const accessText = catalogue(en, zhCN)
export type AccessText = ReturnType<typeof accessText>
