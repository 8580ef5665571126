import { sql } from 'drizzle-orm'
import { date, foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { departments, users } from '../../../core/access/schema.ts'
import { company, id, lifetime, moment, ownership } from '../../../core/db/columns.ts'
import { contacts } from '../schema.ts'

/**
 * What is to be done by a day of the company's calendar (任务), on a record of any module or on
 * none. Its owner is who is to do it. An empty title is a plain next follow-up.
 */
export const tasks = contacts.table(
  'tasks',
  {
    companyId: company(),
    id: id(),
    object: text('object'),
    recordId: uuid('record_id'),
    title: text('title').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    createdBy: uuid('created_by'),
    doneAt: moment('done_at'),
    doneBy: uuid('done_by'),
    remindedAt: moment('reminded_at'),
    ...ownership(),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('tasks_open')
      .on(t.companyId, t.ownerId, t.dueOn, t.id)
      .where(sql`${t.doneAt} is null and ${t.archivedAt} is null`),
    index('tasks_record')
      .on(t.companyId, t.object, t.recordId, t.dueOn)
      .where(sql`${t.doneAt} is null and ${t.archivedAt} is null`),
    index('tasks_due')
      .on(t.companyId, t.dueOn, t.id)
      .where(sql`${t.doneAt} is null and ${t.archivedAt} is null`),
    index('tasks_done')
      .on(t.companyId, t.ownerId, t.doneAt, t.id)
      .where(sql`${t.doneAt} is not null and ${t.archivedAt} is null`),
    foreignKey({ columns: [t.companyId, t.ownerId], foreignColumns: [users.companyId, users.id] }),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
  ],
)
