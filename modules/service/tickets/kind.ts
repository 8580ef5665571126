import { sql } from 'drizzle-orm'
import type { Locale } from '../../../core/i18n/locale.ts'
import { commonSorts } from '../../../core/lists/query.ts'
import type { RecordKind } from '../../../core/records/kind.ts'
import { assignTickets, editTickets, exportTickets, importTickets, viewTickets } from '../rights.ts'
import { ticketsText } from './messages.ts'
import { tallies, tickets } from './schema.ts'
import { ticketFields } from './ticket-fields.ts'
import { ticketFilters } from './ticket-filters.tsx'

/** Tickets, as everything that treats all records alike sees them. */
export const ticketKind = {
  module: 'service',
  object: 'service.ticket',
  list: 'tickets',
  table: tickets,
  href: '/service/tickets',
  icon: 'ticket',
  listIcon: 'ticket',
  view: viewTickets,
  edit: editTickets,
  assign: assignTickets,
  files: { kind: 'tickets', import: importTickets, export: exportTickets },
  fields: ticketFields,
  sorts: {
    ...commonSorts(tickets),
    opened: { column: tickets.openedAt, cast: 'timestamptz' },
    due: { column: tickets.dueAt, cast: 'timestamptz' },
  },
  wordFilters: ['product'],
  filters: ticketFilters,
  finder: sql`service.find_tickets`,
  tallies: { table: tallies, object: 'ticket' },
  text: (locale: Locale) => ticketsText(locale).list,
} as const satisfies RecordKind<'service'>

/** How tickets are numbered until a company says otherwise. */
export const ticketNumbers = { key: 'service.ticket', usual: 'T{year}-{00000}' }
