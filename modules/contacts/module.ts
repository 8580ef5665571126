import { findByNotes } from '../../core/lists/note-finding.ts'
import { compactTallies } from '../../core/lists/totals.ts'
import { defineModule } from '../../core/module.ts'
import { accountCard } from './accounts/account-card.tsx'
import { findByFollowUps } from './activities/finding.ts'
import { activities, activityComments } from './activities/schema.ts'
import { adoption } from './adoption.ts'
import { audited } from './audited.ts'
import { belongings } from './belongings.ts'
import { remindOfDates } from './dates/reminding.ts'
import { importantDates } from './dates/schema.ts'
import { findJob } from './duplicates/find-job.ts'
import { duplicatePairs, duplicateRuns, duplicateSettings } from './duplicates/schema.ts'
import { estates } from './estates.ts'
import { findAccounts, findPeople } from './finding.ts'
import { accountKind, personKind } from './kinds.ts'
import { lists } from './lists.ts'
import { forgetJob } from './merging/forget-job.ts'
import { mergeJob } from './merging/merge-job.ts'
import { notifications } from './notifications.ts'
import { permissions } from './permissions.ts'
import { quality } from './quality.ts'
import { records } from './records.ts'
import { relationKinds, relations } from './relations/schema.ts'
import { resources } from './resources.ts'
import { routes } from './routes.tsx'
import { accounts, people, personAccounts, tallies } from './schema.ts'
import { seeds } from './seeds.ts'
import { sortAnewJob } from './sorting-anew.ts'
import { remindOfTasks } from './tasks/reminding.ts'
import { tasks } from './tasks/schema.ts'
import { taskCard } from './tasks/task-card.tsx'
import { viewTasks } from './tasks/tasks.ts'
import { timeline } from './timeline.ts'
import { transfers } from './transfers.ts'

/** Accounts and the people who work for them: what every other module is about. */
export const contacts = defineModule({
  id: 'contacts',
  title: { en: 'Contacts', 'zh-CN': '客户与联系人' },
  about: {
    en: 'The firms you deal with and the people there: who looks after them, and everything that happened.',
    'zh-CN': '往来的客户与联系人：由谁负责，发生过什么，一目了然。',
  },
  icon: 'building',
  flag: 'module.contacts',
  needs: [],
  permissions,
  tables: [
    accounts,
    people,
    personAccounts,
    tallies,
    duplicateSettings,
    duplicatePairs,
    duplicateRuns,
    activities,
    activityComments,
    tasks,
    importantDates,
    relationKinds,
    relations,
  ],
  routes,
  navigation: [
    {
      href: '/contacts/accounts',
      icon: 'building',
      title: { en: 'Accounts', 'zh-CN': '客户' },
      permission: 'contacts.accounts.view',
    },
    {
      href: '/contacts/people',
      icon: 'users',
      title: { en: 'Contacts', 'zh-CN': '联系人' },
      permission: 'contacts.people.view',
    },
    {
      href: '/contacts/duplicates',
      icon: 'copy',
      title: { en: 'Duplicates', 'zh-CN': '查重合并' },
      permission: 'contacts.accounts.edit',
      inside: true,
    },
    {
      href: '/contacts/tasks',
      icon: 'checkbox',
      title: { en: 'Tasks', 'zh-CN': '任务' },
      permission: viewTasks,
    },
    {
      href: '/contacts/calendar',
      icon: 'calendar',
      title: { en: 'Calendar', 'zh-CN': '日历' },
      permission: viewTasks,
    },
  ],
  cards: [
    { key: 'contacts.tasks', permission: viewTasks, render: taskCard },
    { key: 'contacts.accounts', permission: 'contacts.accounts.view', render: accountCard },
  ],
  search: [
    {
      key: 'contacts.accounts',
      title: { en: 'Accounts', 'zh-CN': '客户' },
      permission: 'contacts.accounts.view',
      find: findAccounts,
    },
    {
      key: 'contacts.people',
      title: { en: 'Contacts', 'zh-CN': '联系人' },
      permission: 'contacts.people.view',
      find: findPeople,
    },
    {
      key: 'contacts.account-notes',
      title: { en: 'Notes on accounts', 'zh-CN': '客户备注' },
      permission: 'contacts.accounts.view',
      find: findByNotes(accountKind),
    },
    {
      key: 'contacts.person-notes',
      title: { en: 'Notes on contacts', 'zh-CN': '联系人备注' },
      permission: 'contacts.people.view',
      find: findByNotes(personKind),
    },
    {
      key: 'contacts.account-follow-ups',
      title: { en: 'Follow-ups on accounts', 'zh-CN': '客户跟进' },
      permission: 'contacts.accounts.view',
      find: findByFollowUps(accountKind),
    },
    {
      key: 'contacts.person-follow-ups',
      title: { en: 'Follow-ups on contacts', 'zh-CN': '联系人跟进' },
      permission: 'contacts.people.view',
      find: findByFollowUps(personKind),
    },
  ],
  timeline,
  audited,
  customisable: [
    { object: accountKind.object, table: accounts },
    { object: personKind.object, table: people },
  ],
  records,
  notifications,
  lists,
  jobs: [
    {
      name: 'contacts.compact-tallies',
      cron: '17 * * * *',
      run: (scope) => compactTallies(scope, tallies),
    },
    { name: 'contacts.remind-of-tasks', cron: '7 * * * *', run: remindOfTasks },
    { name: 'contacts.remind-of-dates', cron: '12 * * * *', run: remindOfDates },
    findJob,
    mergeJob,
    forgetJob,
    sortAnewJob,
  ],
  belongings,
  estates,
  quality,
  quickStarts: ['S-01', 'V-01', 'A-01'],
  adoption,
  transfers,
  resources,
  seeds,
})
