import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { Fault } from '../mailboxes/schema.ts'
import { tickets } from '../tickets/schema.ts'
import { type OutgoingKind, type OutgoingState, outgoingMails } from './schema.ts'

export const outgoingObject = 'service.outgoing-mail'

/** A mail to a customer as it is listed; what it says stands on the ticket. */
export type OutgoingMail = {
  id: string
  kind: OutgoingKind
  state: OutgoingState
  toAddress: string
  ticketId: string
  number: string
  attempts: number
  fault: Fault | null
  createdAt: Date
}

const pageSize = 50

/**
 * The latest mails in a state, newest first.
 * @param before id of the last one seen, to go on from there
 * @returns `older` is where to go on, if there is more
 */
export async function readOutgoing(
  { db, company }: Scope,
  state: OutgoingState,
  before: string | undefined,
): Promise<{ mails: OutgoingMail[]; older?: string }> {
  const rows = await db.execute<OutgoingMail>(sql`
    select o.id, o.kind, o.state, o.to_address as "toAddress", o.ticket_id as "ticketId", t.number,
      o.attempts, o.fault, o.created_at as "createdAt"
    from ${outgoingMails} o
    join ${tickets} t on t.company_id = o.company_id and t.id = o.ticket_id
    where o.company_id = ${company.id} and o.state = ${state}
      ${before ? sql`and o.id < ${before}` : sql``}
    order by o.id desc limit ${pageSize + 1}`)
  const shown = rows.slice(0, pageSize)
  return { mails: shown, older: rows.length > pageSize ? shown.at(-1)?.id : undefined }
}
