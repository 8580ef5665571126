import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { isId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import { viewTickets } from '../rights.ts'
import { categories } from '../states/schema.ts'
import { messages, tickets } from '../tickets/schema.ts'

/** What an article about a ticket begins with, as its form posts it. */
export type Solution = { ticket: string; name: string; text: string; category: string }

/**
 * What was asked in a ticket and what was answered last, which as a rule is what solved it.
 * @returns undefined for no ticket, and for one out of reach
 */
export async function readSolution(
  scope: Scope,
  ticketId: string | undefined,
): Promise<Solution | undefined> {
  if (!ticketId || !isId(ticketId)) return undefined
  const [row] = await scope.db.execute<Solution>(sql`
    select tickets.id as ticket, tickets.name,
      coalesce((select m.text from ${messages} m where m.company_id = tickets.company_id
        and m.ticket_id = tickets.id and m.kind = 'answer'
        order by m.sent_at desc, m.id desc limit 1), '') as text,
      coalesce((select g.name from ${categories} g where g.company_id = tickets.company_id
        and g.id = tickets.category_id), '') as category
    from ${tickets} where tickets.company_id = ${scope.company.id} and tickets.id = ${ticketId}
      and ${within(scope, viewTickets, tickets)}`)
  return row
}
