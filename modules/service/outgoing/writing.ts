import { type SQL, sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import type { Listener } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import { mails } from '../incoming/schema.ts'
import { mailboxes } from '../mailboxes/schema.ts'
import type { Channel } from '../tickets/choices.ts'
import { messages, tickets } from '../tickets/schema.ts'
import { askToSend } from './asking.ts'
import { type OutgoingKind, outgoingMails } from './schema.ts'

/** On these ways a customer left an address that they expect an answer at. */
const written: readonly Channel[] = ['mail', 'form', 'api']

/** Whether an answer is sent to whoever came on this way. */
export const isWritten = (channel: Channel): boolean => written.includes(channel)

/** The mailboxes that a company writes from. */
export const liveMailboxes = ({ company }: Scope): SQL =>
  sql`${mailboxes} b where b.company_id = ${company.id} and b.removed_at is null`

type Letter = {
  ticketId: string
  kind: OutgoingKind
  text: string
  messageId?: string
  locale?: Locale
}

/**
 * Writes a mail to whoever asked, and has it sent once all of this is kept. It goes to the address the
 * ticket began with, whoever else wrote to it since.
 * @returns whether there is an address to write to, and a mailbox to write from
 */
export async function writeMail(scope: Scope, letter: Letter): Promise<boolean> {
  const { ticketId, kind, text, messageId, locale = scope.company.locale } = letter
  const [to] = await scope.db.execute<{ name: string; address: string; mailboxId: string | null }>(
    sql`select from_name as name, from_address as address, (${mailboxFor(scope)}) as "mailboxId"
      from ${tickets} t where t.company_id = ${scope.company.id} and t.id = ${ticketId}`,
  )
  if (!to?.address || !to.mailboxId) return false
  const id = newId()
  await scope.db.insert(outgoingMails).values({
    ...{ companyId: scope.company.id, id, mailboxId: to.mailboxId, ticketId, messageId, kind },
    ...{ locale, toName: to.name, toAddress: to.address, text },
  })
  await askToSend(scope, id)
  return true
}

/** The mailbox the customer wrote to last, were it just now (such a mail has no reason yet), else one of the ticket's department, else any. */
const mailboxFor = (scope: Scope): SQL => sql`
  select b.id from ${liveMailboxes(scope)}
  order by b.id = (select m.mailbox_id from ${mails} m
      where m.company_id = t.company_id and (m.ticket_id = t.id or (m.state = 'aside'
        and m.reason is null and m.from_address = t.from_address))
      order by m.id desc limit 1) desc nulls last,
    b.department_id is not distinct from t.department_id desc, b.paused_at is null desc, b.id
  limit 1`

/** An answer goes out in the transaction in which it was given: either both are kept or neither. */
export const answerListener: Listener = {
  event: 'service.ticket.answered',
  during: async (scope, { payload }) => {
    const [said] = await scope.db.execute<{ text: string; ticketId: string; channel: Channel }>(sql`
      select m.text, m.ticket_id as "ticketId", m.channel from ${messages} m
      where m.company_id = ${scope.company.id} and m.id = ${String(payload.message)}`)
    if (!said || !isWritten(said.channel)) return
    const { channel: _, ...answer } = said
    const messageId = String(payload.message)
    if (await writeMail(scope, { ...answer, kind: 'answer', messageId }))
      await scope.db.execute(sql`
        update ${messages} set delivery = 'waiting'
        where company_id = ${scope.company.id} and id = ${messageId}`)
  },
}
