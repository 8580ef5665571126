import type { Belonging } from '../../core/merging/belonging.ts'
import { en as activityEn } from './activities/messages/en.ts'
import { zhCN as activityZh } from './activities/messages/zh-CN.ts'
import { activities } from './activities/schema.ts'
import { en as datesEn } from './dates/messages/en.ts'
import { zhCN as datesZh } from './dates/messages/zh-CN.ts'
import { importantDates } from './dates/schema.ts'
import { accountKind, personKind } from './kinds.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { en as relationsEn } from './relations/messages/en.ts'
import { zhCN as relationsZh } from './relations/messages/zh-CN.ts'
import { relations } from './relations/schema.ts'
import { accounts, personAccounts } from './schema.ts'
import { en as taskEn } from './tasks/messages/en.ts'
import { zhCN as taskZh } from './tasks/messages/zh-CN.ts'
import { tasks } from './tasks/schema.ts'

/** What goes along when two accounts, or two contacts, become one; what may be on any record too. */
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
  ...[
    { column: relations.fromId, object: relations.fromObject },
    { column: relations.toId, object: relations.toObject },
  ].map((end) => ({
    of: '*',
    title: { en: relationsEn.title, 'zh-CN': relationsZh.title },
    table: relations,
    ...end,
  })),
  {
    of: '*',
    title: { en: activityEn.many, 'zh-CN': activityZh.many },
    table: activities,
    column: activities.recordId,
    object: activities.object,
  },
  {
    of: '*',
    title: { en: taskEn.title, 'zh-CN': taskZh.title },
    table: tasks,
    column: tasks.recordId,
    object: tasks.object,
  },
  {
    of: '*',
    title: { en: datesEn.title, 'zh-CN': datesZh.title },
    table: importantDates,
    column: importantDates.recordId,
    object: importantDates.object,
  },
]
