import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { Secrets } from '../../../core/secrets/secrets.ts'
import { ticketLinks } from '../linking/schema.ts'
import type { Mail } from '../mail/reading.ts'
import { isTokenOf, readMark, readOwnMessageId } from '../mail/signing.ts'
import { messages, tickets } from '../tickets/schema.ts'

/**
 * The ticket a mail belongs to. It proves that by what only a mail of ours says, in the Message-ID it
 * goes back to or in its subject; or it goes back to a mail that the same sender wrote about a ticket.
 * Anything else, however well it names a ticket, begins a new one.
 * @param isSender whether the address it comes from may be believed
 */
export async function findThread(
  scope: Scope,
  secrets: Secrets,
  mail: Pick<Mail, 'references' | 'subject' | 'from'>,
  isSender: boolean,
): Promise<string | undefined> {
  const company = scope.company.id
  for (const reference of mail.references.toReversed()) {
    const own = readOwnMessageId(reference)
    if (own && (await isTokenOf(secrets, company, own.ticketId, own.token))) {
      const found = await liveTicket(scope, sql`${tickets.id} = ${own.ticketId}`)
      if (found) return found.into ?? found.id
    }
  }
  const mark = readMark(mail.subject)
  const marked = mark && (await liveTicket(scope, sql`${tickets.number} = ${mark.number}`))
  if (mark && marked && (await isTokenOf(secrets, company, marked.id, mark.token)))
    return marked.into ?? marked.id
  return isSender ? ofSameSender(scope, mail) : undefined
}

/** A ticket that is still there; `into` is the one it went into. */
async function liveTicket({ db, company }: Scope, which: ReturnType<typeof sql>) {
  const [row] = await db.execute<{ id: string; into: string | null }>(sql`
    select id, (select l.to_id from ${ticketLinks} l where l.company_id = ${company.id}
      and l.from_id = ${tickets.id} and l.kind = 'merged' limit 1) as into
    from ${tickets}
    where company_id = ${company.id} and ${which} and archived_at is null limit 1`)
  return row
}

/** A second mail of a customer who has not been answered yet goes back to their own first one. */
async function ofSameSender(
  { db, company }: Scope,
  { references, from }: Pick<Mail, 'references' | 'from'>,
): Promise<string | undefined> {
  if (references.length === 0) return undefined
  const [row] = await db.execute<{ id: string }>(sql`
    select t.id from ${messages} m
    join ${tickets} t on t.company_id = m.company_id and t.id = m.ticket_id
    where m.company_id = ${company.id} and m.kind = 'customer'
      and m.message_id = any(${sql.param(references)}::text[])
      and m.from_address = ${from.address} and t.archived_at is null
    order by m.id desc limit 1`)
  return row?.id
}
