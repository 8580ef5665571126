import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import { plain } from '../../../core/records/table.ts'
import { service } from '../schema.ts'
import { tickets } from '../tickets/schema.ts'
import type { Claim, Outcome } from './choices.ts'
import type { Law } from './clock.ts'

/**
 * A customer's request about their own data (个人信息请求), and the clock the law sets it: `due_on` is
 * the last day, `done_on` the one on which it was answered.
 */
export const dataRequests = service.table(
  'data_requests',
  {
    companyId: company(),
    id: id(),
    ticketId: uuid('ticket_id').notNull(),
    /** Empty until somebody has read what is asked: the law's clock runs all the same. */
    claim: text('claim').$type<Claim>(),
    law: text('law').$type<Law>().notNull(),
    receivedOn: date('received_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    /** The day on which the customer was told that it takes longer. */
    extendedOn: date('extended_on', { mode: 'string' }),
    /** How it was made sure that it is them who ask. */
    identity: plain('identity'),
    outcome: text('outcome').$type<Outcome>(),
    reason: plain('reason'),
    doneOn: date('done_on', { mode: 'string' }),
    /** When its people were last told that little time is left. */
    warnedAt: moment('warned_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('data_requests_ticket').on(t.companyId, t.ticketId),
    index('data_requests_due').on(t.companyId, t.dueOn).where(sql`${t.doneOn} is null`),
    check('data_requests_done', sql`(${t.outcome} is null) = (${t.doneOn} is null)`),
    foreignKey({
      columns: [t.companyId, t.ticketId],
      foreignColumns: [tickets.companyId, tickets.id],
    }),
  ],
)
