import { sql } from 'drizzle-orm'
import { check, foreignKey, index, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { company, id, moment } from '../../../core/db/columns.ts'
import { service } from '../schema.ts'
import { tickets } from '../tickets/schema.ts'

/** How a ticket stands to another: alike, gone into it, or come out of it. */
export const linkKinds = ['related', 'merged', 'split'] as const
export type LinkKind = (typeof linkKinds)[number]

/**
 * That two tickets have to do with each other. `from` went into `to` when merged; `to` came out of
 * `from` when split; of related ones neither comes first.
 */
export const ticketLinks = service.table(
  'ticket_links',
  {
    companyId: company(),
    id: id(),
    kind: text('kind').$type<LinkKind>().notNull(),
    fromId: uuid('from_id').notNull(),
    toId: uuid('to_id').notNull(),
    createdBy: uuid('created_by'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('ticket_links_once').on(t.companyId, t.fromId, t.toId),
    index('ticket_links_to').on(t.companyId, t.toId),
    check('ticket_links_kind', sql`${t.kind} in ('related', 'merged', 'split')`),
    check('ticket_links_of_two', sql`${t.fromId} <> ${t.toId}`),
    foreignKey({
      columns: [t.companyId, t.fromId],
      foreignColumns: [tickets.companyId, tickets.id],
    }),
    foreignKey({
      columns: [t.companyId, t.toId],
      foreignColumns: [tickets.companyId, tickets.id],
    }),
  ],
)
