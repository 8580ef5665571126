import type { Belonging } from '../../core/module.ts'
import { accountKind, personKind } from './kinds.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { accounts, personAccounts } from './schema.ts'

/** What goes along when two accounts, or two contacts, become one. */
export const belongings: readonly Belonging[] = [
  {
    of: accountKind.object,
    title: { en: en.accounts.contacts, 'zh-CN': zhCN.accounts.contacts },
    table: personAccounts,
    column: personAccounts.accountId,
    other: personAccounts.personId,
  },
  {
    of: accountKind.object,
    title: { en: en.accounts.children, 'zh-CN': zhCN.accounts.children },
    table: accounts,
    column: accounts.parentId,
  },
  {
    of: personKind.object,
    title: { en: en.people.accounts, 'zh-CN': zhCN.people.accounts },
    table: personAccounts,
    column: personAccounts.personId,
    other: personAccounts.accountId,
  },
]
