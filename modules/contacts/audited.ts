import { and, eq, inArray } from 'drizzle-orm'
import type { Audited } from '../../core/module.ts'
import { en as recordEn } from '../../core/records/messages/en.ts'
import { zhCN as recordZh } from '../../core/records/messages/zh-CN.ts'
import type { Scope } from '../../core/scope.ts'
import { accountFields } from './accounts/account-fields.ts'
import { activityObject } from './activities/activities.ts'
import { commentObject } from './activities/comments.ts'
import { en as activitiesEn } from './activities/messages/en.ts'
import { zhCN as activitiesZh } from './activities/messages/zh-CN.ts'
import { dateObject } from './dates/dates.ts'
import { en as datesEn } from './dates/messages/en.ts'
import { zhCN as datesZh } from './dates/messages/zh-CN.ts'
import { accountKind, type ContactsKind, personKind } from './kinds.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { personFields } from './people/person-fields.ts'
import { relationKindObject } from './relations/kind-changing.ts'
import { en as relationsEn } from './relations/messages/en.ts'
import { zhCN as relationsZh } from './relations/messages/zh-CN.ts'
import { en as tasksEn } from './tasks/messages/en.ts'
import { zhCN as tasksZh } from './tasks/messages/zh-CN.ts'
import { tasks } from './tasks/schema.ts'
import { taskObject } from './tasks/tasks.ts'

const place = [
  { field: 'ownerId', label: { en: recordEn.pages.owner, 'zh-CN': recordZh.pages.owner } },
  {
    field: 'departmentId',
    label: { en: recordEn.pages.department, 'zh-CN': recordZh.pages.department },
  },
  {
    field: 'collaborator',
    label: { en: recordEn.pages.collaborators.title, 'zh-CN': recordZh.pages.collaborators.title },
  },
  { field: 'tag', label: { en: recordEn.pages.tags, 'zh-CN': recordZh.pages.tags } },
  { field: 'mergedFrom', label: { en: en.merging.from, 'zh-CN': zhCN.merging.from } },
  { field: 'mergedInto', label: { en: en.merging.into, 'zh-CN': zhCN.merging.into } },
  {
    field: 'relation',
    label: { en: relationsEn.one, 'zh-CN': relationsZh.one },
  },
  {
    field: 'related',
    label: { en: relationsEn.related, 'zh-CN': relationsZh.related },
  },
  { field: 'role', label: { en: en.people.role, 'zh-CN': zhCN.people.role } },
]

/** What follow-ups and tasks are about. */
const about = [
  { field: 'about', label: { en: 'Kind of record', 'zh-CN': '记录类型' } },
  { field: 'record', label: { en: 'Record', 'zh-CN': '所属记录' } },
]

/** What accounts, contacts and their fields are called in the audit trail. */
export const audited: readonly Audited<'contacts'>[] = [
  {
    object: accountKind.object,
    title: { en: 'Account', 'zh-CN': '客户' },
    fields: [
      ...accountFields,
      ...place,
      {
        field: 'parentId',
        label: { en: en.accounts.parent, 'zh-CN': zhCN.accounts.parent },
        refers: accountKind.object,
      },
    ],
    names: namesOf(accountKind),
  },
  {
    object: personKind.object,
    title: { en: 'Contact', 'zh-CN': '联系人' },
    fields: [
      ...personFields,
      ...place,
      {
        field: 'accountId',
        label: { en: en.people.account, 'zh-CN': zhCN.people.account },
        refers: accountKind.object,
      },
    ],
    names: namesOf(personKind),
  },
  {
    object: activityObject,
    title: { en: 'Follow-up', 'zh-CN': '跟进' },
    fields: [
      { field: 'kind', label: { en: activitiesEn.kind, 'zh-CN': activitiesZh.kind } },
      { field: 'body', label: { en: activitiesEn.text, 'zh-CN': activitiesZh.text } },
      { field: 'place', label: { en: activitiesEn.place, 'zh-CN': activitiesZh.place } },
      ...about,
    ],
    names: async () => new Map(),
  },
  {
    object: commentObject,
    title: { en: activitiesEn.comments.title, 'zh-CN': activitiesZh.comments.title },
    fields: [
      {
        field: 'body',
        label: { en: activitiesEn.comments.body, 'zh-CN': activitiesZh.comments.body },
      },
      ...about,
    ],
    names: async () => new Map(),
  },
  {
    object: taskObject,
    title: { en: 'Task', 'zh-CN': '任务' },
    fields: [
      { field: 'title', label: { en: tasksEn.name, 'zh-CN': tasksZh.name } },
      { field: 'dueOn', label: { en: tasksEn.dueOn, 'zh-CN': tasksZh.dueOn } },
      { field: 'ownerId', label: { en: tasksEn.assignee, 'zh-CN': tasksZh.assignee } },
      ...about,
    ],
    names: namesOfTasks,
  },
  {
    object: dateObject,
    title: { en: datesEn.one, 'zh-CN': datesZh.one },
    fields: [
      { field: 'kind', label: { en: datesEn.kind, 'zh-CN': datesZh.kind } },
      { field: 'name', label: { en: datesEn.name, 'zh-CN': datesZh.name } },
      { field: 'day', label: { en: datesEn.at, 'zh-CN': datesZh.at } },
      { field: 'recurs', label: { en: datesEn.recurs, 'zh-CN': datesZh.recurs } },
      { field: 'remindBefore', label: { en: datesEn.remind, 'zh-CN': datesZh.remind } },
      ...about,
    ],
    names: async () => new Map(),
  },
  {
    object: relationKindObject,
    title: { en: relationsEn.kinds.title, 'zh-CN': relationsZh.kinds.title },
    fields: [
      {
        field: 'forward',
        label: { en: relationsEn.kinds.forward, 'zh-CN': relationsZh.kinds.forward },
      },
      {
        field: 'backward',
        label: { en: relationsEn.kinds.backward, 'zh-CN': relationsZh.kinds.backward },
      },
      { field: 'from', label: { en: relationsEn.kinds.from, 'zh-CN': relationsZh.kinds.from } },
      { field: 'to', label: { en: relationsEn.kinds.to, 'zh-CN': relationsZh.kinds.to } },
    ],
    names: async () => new Map(),
  },
]

async function namesOfTasks(scope: Scope, ids: readonly string[]) {
  const rows = await scope.db
    .select({ id: tasks.id, name: tasks.title })
    .from(tasks)
    .where(and(eq(tasks.companyId, scope.company.id), inArray(tasks.id, [...ids])))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function namesOf({ table }: ContactsKind): Audited['names'] {
  return async (scope: Scope, ids: readonly string[]) => {
    const rows = await scope.db
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(and(eq(table.companyId, scope.company.id), inArray(table.id, [...ids])))
    return new Map(rows.map(({ id, name }) => [id, name]))
  }
}
