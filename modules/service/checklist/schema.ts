import { foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { company, id, moment } from '../../../core/db/columns.ts'
import { service } from '../schema.ts'
import { tickets } from '../tickets/schema.ts'

/** What is to be seen to before a ticket is solved, line by line; when and by whom it was. */
export const checkpoints = service.table(
  'checkpoints',
  {
    companyId: company(),
    id: id(),
    ticketId: uuid('ticket_id').notNull(),
    text: text('text').notNull(),
    position: integer('position').notNull(),
    doneAt: moment('done_at'),
    doneBy: uuid('done_by'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('checkpoints_ticket').on(t.companyId, t.ticketId, t.position),
    foreignKey({
      columns: [t.companyId, t.ticketId],
      foreignColumns: [tickets.companyId, tickets.id],
    }),
  ],
)
