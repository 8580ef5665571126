import type { Belonging } from '../../../core/merging/belonging.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { leads } from './schema.ts'

const title = { en: en.panelTitle, 'zh-CN': zhCN.panelTitle }

/** What a lead became follows when two accounts, or two contacts, become one. */
export const leadBelongings: readonly Belonging[] = [
  { of: 'contacts.account', title, table: leads, column: leads.accountId },
  { of: 'contacts.person', title, table: leads, column: leads.personId },
]
