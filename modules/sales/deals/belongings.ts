import type { Belonging } from '../../../core/merging/belonging.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { deals } from './schema.ts'

const title = { en: en.panelTitle, 'zh-CN': zhCN.panelTitle }

/** Deals go along when two accounts, or two contacts, become one. */
export const dealBelongings: readonly Belonging[] = [
  { of: 'contacts.account', title, table: deals, column: deals.accountId },
  { of: 'contacts.person', title, table: deals, column: deals.personId },
]
