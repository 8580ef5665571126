import type { Permission } from '../../core/module.ts'
import { editActivities } from './activities/activities.ts'
import { nameRelations } from './relations/kind-changing.ts'
import { editTasks, viewTasks } from './tasks/tasks.ts'

/** Administrators everything, leads their department and below, members their own and nobody's. */
const usual = { admin: 'all', lead: 'tree', member: 'own' } as const

/** The sponsor looks, and changes nothing. */
const seeing = { ...usual, sponsor: 'all' } as const

/** Files with customers leave the firm in few hands: that is how data leak (origin 3.2(2)). */
const handing = { admin: 'all', lead: 'tree' } as const

/** What roles may do with accounts and contacts unless a company decides otherwise. */
export const permissions: readonly Permission<'contacts'>[] = [
  {
    key: 'contacts.accounts.view',
    collaborators: 'contacts.account',
    title: { en: 'See accounts', 'zh-CN': '查看客户' },
    scoped: true,
    roles: seeing,
  },
  {
    key: 'contacts.accounts.edit',
    collaborators: 'contacts.account',
    title: { en: 'Add, change and archive accounts', 'zh-CN': '新建、修改和归档客户' },
    scoped: true,
    roles: usual,
  },
  {
    key: 'contacts.accounts.assign',
    title: { en: 'Give accounts to others', 'zh-CN': '分配客户' },
    scoped: true,
    roles: usual,
  },
  {
    key: 'contacts.accounts.import',
    title: { en: 'Import accounts', 'zh-CN': '导入客户' },
    scoped: true,
    roles: usual,
  },
  {
    key: 'contacts.accounts.export',
    title: { en: 'Export accounts', 'zh-CN': '导出客户' },
    scoped: true,
    roles: handing,
  },
  {
    key: 'contacts.people.view',
    collaborators: 'contacts.person',
    title: { en: 'See contacts', 'zh-CN': '查看联系人' },
    scoped: true,
    roles: seeing,
  },
  {
    key: 'contacts.people.edit',
    collaborators: 'contacts.person',
    title: { en: 'Add, change and archive contacts', 'zh-CN': '新建、修改和归档联系人' },
    scoped: true,
    roles: usual,
  },
  {
    key: 'contacts.people.assign',
    title: { en: 'Give contacts to others', 'zh-CN': '分配联系人' },
    scoped: true,
    roles: usual,
  },
  {
    key: 'contacts.people.import',
    title: { en: 'Import contacts', 'zh-CN': '导入联系人' },
    scoped: true,
    roles: usual,
  },
  {
    key: 'contacts.people.export',
    title: { en: 'Export contacts', 'zh-CN': '导出联系人' },
    scoped: true,
    roles: handing,
  },
  {
    key: 'contacts.duplicates.manage',
    title: {
      en: 'Decide what is told of similar records out of reach',
      'zh-CN': '设置查重提示',
    },
    scoped: false,
    roles: { admin: 'all' },
  },
  {
    key: nameRelations,
    title: { en: 'Name kinds of relations', 'zh-CN': '设置关系类型' },
    scoped: false,
    roles: { admin: 'all' },
  },
  {
    key: editActivities,
    title: { en: 'Note and change follow-ups', 'zh-CN': '填写和修改跟进' },
    scoped: true,
    roles: usual,
  },
  {
    key: viewTasks,
    title: { en: 'See tasks', 'zh-CN': '查看任务' },
    scoped: true,
    roles: usual,
  },
  {
    key: editTasks,
    title: { en: 'Add and change tasks', 'zh-CN': '新建和修改任务' },
    scoped: true,
    roles: usual,
  },
]
