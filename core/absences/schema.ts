import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { users } from '../access/schema.ts'
import { company, core, id, lifetime, moment } from '../db/columns.ts'

/** Days on which somebody is not at work, both included. Why they are not is nobody's business. */
export const absences = core.table(
  'absences',
  {
    companyId: company(),
    id: id(),
    userId: uuid('user_id').notNull(),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    toDay: date('to_day', { mode: 'string' }).notNull(),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('absences_days').on(t.companyId, t.toDay),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
    check('absences_order', sql`${t.toDay} >= ${t.fromDay}`),
  ],
)
