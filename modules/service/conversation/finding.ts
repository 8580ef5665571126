import { sql } from 'drizzle-orm'
import { findByTexts } from '../../../core/lists/note-finding.ts'
import { textsWith } from '../../../core/records/note-search.ts'
import { ticketKind } from '../tickets/kind.ts'

/** Tickets found by what customers and colleagues wrote in them. */
export const findByMessages = findByTexts(ticketKind, {
  with: (scope, query) =>
    textsWith(
      scope,
      {
        ...{ id: sql`m.id`, search: sql`m.search` },
        find: (grams, part, most) => sql`service.find_messages(${grams}, ${part}, ${most})`,
      },
      query,
    ),
  ...{ from: sql`service.messages m`, id: sql`m.id`, body: sql`m.text`, record: sql`m.ticket_id` },
  where: ({ company }) => sql`m.company_id = ${company.id}`,
  icon: 'message',
})
