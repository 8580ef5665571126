import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { departments, users } from '../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../core/db/columns.ts'
import { flags } from '../schema.ts'

/** What everybody, or one department with those below it, should know: the idea (宣传) or a changed rule (制度). */
export const announcements = flags.table(
  'announcements',
  {
    companyId: company(),
    id: id(),
    kind: text('kind').$type<'idea' | 'rule'>().notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    departmentId: uuid('department_id'),
    /** A lead signs for the department that it is known and kept. */
    signOff: boolean('sign_off').notNull(),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
    check('announcements_kind', sql`${t.kind} in ('idea', 'rule')`),
  ],
)

/** Who has read one, and when; for a department a lead, who signed off. Nothing of it is taken back. */
export const receipts = flags.table(
  'announcement_receipts',
  {
    companyId: company(),
    id: id(),
    announcementId: uuid('announcement_id').notNull(),
    userId: uuid('user_id').notNull(),
    /** The department that was signed off for; null for who read it themselves. */
    departmentId: uuid('department_id'),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('announcement_receipts_of').on(t.companyId, t.announcementId),
    foreignKey({
      columns: [t.companyId, t.announcementId],
      foreignColumns: [announcements.companyId, announcements.id],
    }),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
  ],
)
