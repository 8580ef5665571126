import { sql } from 'drizzle-orm'
import type { Desk, Errand } from '../../../core/errand.ts'
import type { Scope } from '../../../core/scope.ts'
import { tokenOf } from '../mail/signing.ts'
import { withPostman } from '../mailboxes/connecting.ts'
import { MailFault } from '../mailboxes/faults.ts'
import { readAccess } from '../mailboxes/mailboxes.ts'
import { mailboxes } from '../mailboxes/schema.ts'
import { messages, tickets } from '../tickets/schema.ts'
import { composeMail, type Letter } from './composing.ts'
import { readEnclosures } from './enclosures.ts'
import { noteSent, putOff } from './outcome.ts'
import { outgoingMails } from './schema.ts'

/** Whoever began to send a mail and has not ended by then never will, in seconds. */
const patience = 300

type Claimed = Omit<Letter, 'token' | 'files'> & {
  mailboxId: string
  attempts: number
  isRemoved: boolean
}

export const sendErrand: Errand<'service'> = {
  name: 'service.send-mail',
  run: async (desk, payload) => {
    await sendMail(desk, String(payload.mail))
  },
}

/**
 * Hands a mail over to its server. Claimed before, noted after: whoever dies between has it sent once
 * more, under the same Message-ID; nothing is ever taken for sent that was not.
 */
export async function sendMail(desk: Desk, id: string): Promise<void> {
  const letter = await desk.within((scope) => claim(scope, id))
  if (!letter) return
  try {
    if (letter.isRemoved) throw new MailFault('gone', '', true)
    const { mailboxId } = letter
    const access = await desk.within((scope) => readAccess(scope, desk.secrets, mailboxId))
    if (!access) throw new MailFault('key')
    const token = await tokenOf(desk.secrets, desk.company, letter.ticketId)
    const mail = composeMail({ ...letter, token, files: await readEnclosures(desk, id) })
    await withPostman(desk.env, access, (postman) => postman.sendMail(mail))
    await desk.within((scope) => noteSent(scope, id, String(mail.messageId)))
  } catch (error) {
    const fault = MailFault.of(error)
    await desk.within((scope) => putOff(scope, id, letter.attempts, fault))
  }
}

/** A mail of a paused mailbox waits; two who come for the same one are not both given it. */
async function claim({ db, company }: Scope, id: string): Promise<Claimed | undefined> {
  const [row] = await db.execute<Claimed>(sql`
    update ${outgoingMails} o set claimed_at = clock_timestamp(), attempts = attempts + 1
    from ${mailboxes} b, ${tickets} t
    where o.company_id = ${company.id} and o.id = ${id} and o.state = 'waiting'
      and (o.claimed_at is null or o.claimed_at < now() - ${patience} * interval '1 second')
      and b.company_id = o.company_id and b.id = o.mailbox_id and b.paused_at is null
      and t.company_id = o.company_id and t.id = o.ticket_id
    returning o.id, o.ticket_id as "ticketId", t.number, t.name as subject, o.kind,
      o.to_name as "toName", o.to_address as "toAddress", o.text, b.name, b.address,
      o.mailbox_id as "mailboxId", o.attempts, b.removed_at is not null as "isRemoved",
      array(select w.message_id from (
        select m.message_id, m.id from ${messages} m
        where m.company_id = o.company_id and m.ticket_id = o.ticket_id and m.message_id is not null
        order by m.id desc limit 10) w order by w.id) as "references"`)
  return row
}

/** Mails that nobody came for, as after a stop in the wrong moment, are asked for again. */
export const forgottenMails = ({ db, company }: Scope): Promise<{ id: string }[]> =>
  db.execute<{ id: string }>(sql`
    select o.id from ${outgoingMails} o
    join ${mailboxes} b on b.company_id = o.company_id and b.id = o.mailbox_id
    where o.company_id = ${company.id} and o.state = 'waiting' and b.paused_at is null
      and o.next_at < now() - interval '2 minutes'
      and (o.claimed_at is null or o.claimed_at < now() - ${patience} * interval '1 second')
    order by o.next_at limit 200`)
