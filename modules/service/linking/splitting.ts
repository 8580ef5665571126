import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { copyFiles } from '../../../core/attachments/moving.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { latestMessage } from '../conversation/reading.ts'
import { messageFiles } from '../conversation/schema.ts'
import { linkFiles } from '../conversation/writing.ts'
import { ticketKind } from '../tickets/kind.ts'
import { openTicket } from '../tickets/opening.ts'
import { messages, tickets } from '../tickets/schema.ts'
import type { TicketRecord } from '../tickets/ticket-record.ts'
import { linkTickets } from './links.ts'

export type Piece = {
  id: string
  ticketId: string
  text: string
  htmlKept: string | null
  files: { fileId: string; contentId: string | null }[]
}

/** One message, for those who may change its ticket. @throws Refusal 404 else */
export async function readPiece(scope: Scope, id: string): Promise<Piece> {
  const [row] = await scope.db.execute<Piece>(sql`
    select m.id, m.ticket_id as "ticketId", m.text, m.html_kept as "htmlKept",
      coalesce((select json_agg(json_build_object('fileId', f.file_id, 'contentId', f.content_id))
        from ${messageFiles} f
        where f.company_id = m.company_id and f.message_id = m.id), '[]') as files
    from ${messages} m join ${tickets} on tickets.company_id = m.company_id
      and tickets.id = m.ticket_id
    where m.company_id = ${scope.company.id} and m.id = ${id}
      and ${within(scope, ticketKind.edit, tickets)}`)
  if (!row) throw notFound()
  return row
}

/**
 * Opens a ticket of its own that begins with a message of another and its files, for the same requester.
 * @returns its id
 */
export async function splitTicket(
  scope: Scope,
  registry: Registry,
  ticket: TicketRecord,
  { text, htmlKept, files }: Piece,
  subject: string,
): Promise<string> {
  const { values, personId, accountId, categoryId } = ticket
  const { type, priority, product, channel, fromName, fromAddress } = values
  const { id } = await openTicket(scope, registry, {
    ...{ subject, text, personId, accountId, categoryId, fromName, fromAddress },
    channel: channel ?? 'phone',
    values: { type, priority, product },
    mail: { htmlKept },
    place: { ownerId: ticket.owner?.id ?? null, departmentId: ticket.department?.id ?? null },
  })
  await linkTickets(scope, 'split', ticket.id, id)
  const about = { object: ticketKind.object, recordId: id }
  const copies = await copyFiles(
    scope,
    files.map(({ fileId }) => fileId),
    about,
  )
  const linked = files.flatMap(({ fileId, contentId }) => {
    const copy = copies.get(fileId)
    return copy ? [{ fileId: copy, contentId }] : []
  })
  if (linked.length > 0) await linkFiles(scope, await latestMessage(scope, id), linked)
  return id
}
