import { sql } from 'drizzle-orm'
import { foreignKey, index, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { users } from '../access/schema.ts'
import { company, core, id, moment } from '../db/columns.ts'

/**
 * What people are told in the product (通知). `object` and `record_id` say what it is about; its
 * name is looked up when it is read, since who was told may not be allowed to see it any more.
 */
export const notifications = core.table(
  'notifications',
  {
    companyId: company(),
    id: id(),
    userId: uuid('user_id').notNull(),
    kind: text('kind').notNull(),
    object: text('object'),
    recordId: uuid('record_id'),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    actorId: uuid('actor_id'),
    at: moment('at').notNull().defaultNow(),
    readAt: moment('read_at'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('notifications_person').on(t.companyId, t.userId, t.id),
    index('notifications_unread').on(t.companyId, t.userId, t.kind).where(sql`${t.readAt} is null`),
    index('notifications_at').on(t.companyId, t.at),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
  ],
)
