import { sql } from 'drizzle-orm'
import { notFound } from '../../../core/http/refusal.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { openTicket } from '../tickets/opening.ts'
import { messages } from '../tickets/schema.ts'
import type { TicketRecord } from '../tickets/ticket-record.ts'
import { linkTickets } from './links.ts'

export type Piece = { text: string; fromName: string; fromAddress: string }

/** One message of a ticket. The caller has made sure that the ticket may be seen. */
export async function readPiece(
  { db, company }: Scope,
  ticketId: string,
  messageId: string,
): Promise<Piece> {
  const [row] = await db.execute<Piece>(sql`
    select text, from_name as "fromName", from_address as "fromAddress" from ${messages}
    where company_id = ${company.id} and ticket_id = ${ticketId} and id = ${messageId}`)
  if (!row) throw notFound()
  return row
}

/**
 * Opens a ticket of its own that begins with a message of another, for the same requester.
 * @returns its id
 */
export async function splitTicket(
  scope: Scope,
  registry: Registry,
  ticket: TicketRecord,
  { text }: Piece,
  subject: string,
): Promise<string> {
  const { values, personId, accountId, categoryId } = ticket
  const { type, priority, product, channel, fromName, fromAddress } = values
  const { id } = await openTicket(scope, registry, {
    ...{ subject, text, personId, accountId, categoryId, fromName, fromAddress },
    channel: channel ?? 'phone',
    values: { type, priority, product },
    place: { ownerId: ticket.owner?.id ?? null, departmentId: ticket.department?.id ?? null },
  })
  await linkTickets(scope, 'split', ticket.id, id)
  return id
}
