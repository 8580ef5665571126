import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { company, moment } from '../../../core/db/columns.ts'
import { plain } from '../../../core/records/table.ts'
import { service } from '../schema.ts'
import { tickets } from '../tickets/schema.ts'

/**
 * What customers are told without anybody writing: that it is out of hours, and that a ticket closes
 * when they do not answer. A company without a row tells and closes nothing.
 */
export const noticeRules = service.table(
  'notice_rules',
  {
    companyId: company(),
    /** Sent to whoever writes outside working time; nothing is while it is empty. */
    outOfHours: plain('out_of_hours'),
    /** Days without an answer of the customer after which they are told that it closes; null for never. */
    closingDays: integer('closing_days'),
    /** Days from then on until it closes. */
    graceDays: integer('grace_days').notNull().default(3),
    closing: plain('closing'),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId] }),
    check(
      'notice_rules_days',
      sql`${t.closingDays} between 1 and 365 and ${t.graceDays} between 1 and 90`,
    ),
  ],
)

/** That a customer was told that their ticket closes, of the wait that began at `since`. */
export const closingNotices = service.table(
  'closing_notices',
  {
    companyId: company(),
    ticketId: uuid('ticket_id').notNull(),
    since: moment('since').notNull(),
    toldAt: moment('told_at').notNull(),
    note: text('note').$type<'told' | 'no-address'>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.ticketId, t.since] }),
    foreignKey({
      columns: [t.companyId, t.ticketId],
      foreignColumns: [tickets.companyId, tickets.id],
    }),
  ],
)
