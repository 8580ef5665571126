import { sql } from 'drizzle-orm'
import { check, foreignKey, index, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import { plain } from '../../../core/records/table.ts'
import { service } from '../schema.ts'
import { tickets } from '../tickets/schema.ts'
import type { Cause } from './causes.ts'

/** What was found out about a complaint (投诉): why it came to it, and what keeps it from coming again. */
export const complaints = service.table(
  'complaints',
  {
    companyId: company(),
    id: id(),
    ticketId: uuid('ticket_id').notNull(),
    cause: text('cause').$type<Cause>().notNull(),
    rootCause: text('root_cause').notNull(),
    prevention: plain('prevention'),
    /** Since when what prevents it is done. */
    preventedAt: moment('prevented_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('complaints_ticket').on(t.companyId, t.ticketId),
    index('complaints_cause').on(t.companyId, t.cause),
    check(
      'complaints_cause',
      sql`${t.cause} in ('product', 'delivery', 'service', 'promise', 'billing', 'other')`,
    ),
    foreignKey({
      columns: [t.companyId, t.ticketId],
      foreignColumns: [tickets.companyId, tickets.id],
    }),
  ],
)
