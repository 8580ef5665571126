import { sql } from 'drizzle-orm'
import type { Adoption } from '../../core/adoption/declared.ts'
import { activityObject } from './activities/activities.ts'
import { activities } from './activities/schema.ts'
import { accountKind, personKind } from './kinds.ts'
import { tasks } from './tasks/schema.ts'
import { taskObject } from './tasks/tasks.ts'

/**
 * What working with customers is: following up, planning the next step, keeping accounts and
 * contacts true. Whoever sells writes down a follow-up on every working day at the least.
 */
export const adoption: Adoption<'contacts'> = {
  deeds: [
    {
      deed: 'follow-up',
      label: { en: 'Follow-ups written down', 'zh-CN': '记录跟进' },
      object: activityObject,
      actions: ['created'],
    },
    {
      deed: 'task',
      label: { en: 'Tasks planned or done', 'zh-CN': '安排或完成任务' },
      object: taskObject,
      actions: ['created', 'changed'],
    },
    {
      deed: 'account',
      label: { en: 'Accounts added or kept up to date', 'zh-CN': '新增或更新客户' },
      object: accountKind.object,
      actions: ['created', 'changed', 'linked', 'merged'],
    },
    {
      deed: 'contact',
      label: { en: 'Contacts added or kept up to date', 'zh-CN': '新增或更新联系人' },
      object: personKind.object,
      actions: ['created', 'changed', 'linked', 'merged'],
    },
    {
      deed: 'account-note',
      label: { en: 'Notes on accounts', 'zh-CN': '客户备注' },
      object: accountKind.object,
      actions: ['noted'],
    },
    {
      deed: 'contact-note',
      label: { en: 'Notes on contacts', 'zh-CN': '联系人备注' },
      object: personKind.object,
      actions: ['noted'],
    },
  ],
  process: { deed: 'follow-up', weekly: { member: 5, lead: 2 } },
  prompt: ({ company }, { from, to }) => sql`
    select owner_id as person, count(*)::int as "of",
      count(*) filter (where created_at <= happened_at + interval '24 hours')::int as good
    from ${activities}
    where company_id = ${company.id} and archived_at is null and owner_id is not null
      and happened_at >= ${from} and happened_at < ${to}
    group by owner_id`,
  ahead: ({ company }) => sql`
    select t.owner_id as person, count(*)::int as "of",
      count(*) filter (where t.due_on >= (now() at time zone ${company.timeZone})::date)::int as good
    from ${tasks} t
    where t.company_id = ${company.id} and t.archived_at is null and t.done_at is null
      and t.owner_id is not null
    group by t.owner_id`,
}
