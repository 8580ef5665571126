import type { Belonging } from '../../../core/merging/belonging.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { tickets } from './schema.ts'

const title = { en: en.list.title, 'zh-CN': zhCN.list.title }

/** Tickets go along when two accounts, or two contacts, become one. */
export const ticketBelongings: readonly Belonging[] = [
  { of: 'contacts.account', title, table: tickets, column: tickets.accountId },
  { of: 'contacts.person', title, table: tickets, column: tickets.personId },
]
