import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import type { Desk } from '../../../core/errand.ts'
import type { Scope } from '../../../core/scope.ts'
import { markup } from '../../../views/markup.ts'
import { latestMessage } from '../conversation/reading.ts'
import { linkFiles } from '../conversation/writing.ts'
import { whyAutomatic } from '../mail/manners.ts'
import type { Mail } from '../mail/reading.ts'
import { plainSubject } from '../mail/signing.ts'
import { mailboxes } from '../mailboxes/schema.ts'
import { noteBounce } from '../outgoing/bounces.ts'
import { addMessage } from '../tickets/conversing.ts'
import { openTicket } from '../tickets/opening.ts'
import { doubtOf } from './doubting.ts'
import { keepFiles } from './files.ts'
import { incomingText } from './messages.ts'
import { type AsideReason, mails } from './schema.ts'
import { personOf } from './sender.ts'
import { findThread } from './threading.ts'

/** Where a mail lies, and how large it is; when its server got it. */
export type Arrival = {
  mailboxId: string
  departmentId: string | null
  uidValidity: string
  uid: number
  bytes: number
  receivedAt: Date
}

type Tools = Pick<Desk, 'env' | 'secrets' | 'registry'>

/** Of one sender, so many in so many minutes are written by hand; more go round in a circle. */
const flood = { mails: 20, minutes: 10 }

/**
 * Makes a mail part of a ticket, or sets it aside.
 * @returns what became of it; undefined when it had come before
 */
export async function takeMail(
  scope: Scope,
  tools: Tools,
  arrival: Arrival,
  mail: Mail,
): Promise<'taken' | 'aside' | undefined> {
  const id = await noteMail(scope, arrival, fingerprintOf(mail), mail)
  if (!id) return undefined
  const why =
    whyAutomatic(mail, await ownAddresses(scope)) ??
    (await isFlood(scope, mail, arrival.receivedAt))
  if (!why) {
    await takeIn(scope, tools, arrival, mail, id)
    return 'taken'
  }
  if (why === 'bounce') await noteBounce(scope, tools.secrets, mail)
  await settle(scope, id, sql`state = 'aside', reason = ${why}`)
  return 'aside'
}

/** Makes a mail that was set aside part of a ticket all the same, because somebody says so. */
export async function takeAnyway(
  scope: Scope,
  tools: Tools,
  arrival: Arrival,
  mail: Mail,
  id: string,
): Promise<void> {
  const [held] = await scope.db.execute(sql`
    select from ${mails} where company_id = ${scope.company.id} and id = ${id}
      and state = 'aside' for update`)
  if (held) await takeIn(scope, tools, arrival, mail, id)
}

/** Writes down a mail that cannot be read, so that somebody sees it and the rest goes on. */
export async function setAside(
  scope: Scope,
  arrival: Arrival,
  reason: AsideReason,
  fingerprint: string,
  detail = '',
): Promise<void> {
  const id = await noteMail(scope, arrival, fingerprint)
  if (id)
    await settle(
      scope,
      id,
      sql`state = 'aside', reason = ${reason}, detail = ${detail.replaceAll('\0', '').slice(0, 500)}`,
    )
}

async function takeIn(scope: Scope, tools: Tools, arrival: Arrival, mail: Mail, id: string) {
  const { registry } = tools
  const doubt = await doubtOf(scope, arrival.mailboxId, mail)
  const thread = await findThread(scope, tools.secrets, mail, doubt === undefined)
  const ticketId = thread ?? newId()
  const t = incomingText(scope.locale)
  const { kept, lost } = await keepFiles(scope, tools.env, ticketId, mail.files)
  const text = [mail.text || t.noText, ...lost].join('\n\n')
  const { from, messageId } = mail
  const htmlKept = mail.html && [mail.html, ...lost.map((one) => markup`<p>${one}</p>`)].join('')
  const inReplyTo = mail.references.at(-1) ?? null
  if (thread)
    await addMessage(scope, registry, thread, {
      ...{ kind: 'customer', channel: 'mail', text, sentAt: arrival.receivedAt },
      ...{ fromName: from.name, fromAddress: from.address, htmlKept, messageId, inReplyTo },
      doubt,
    })
  else
    await openTicket(
      scope,
      registry,
      {
        ...{ subject: plainSubject(mail.subject).slice(0, 200) || t.noSubject, channel: 'mail' },
        ...{ text, fromName: from.name, fromAddress: from.address, sentAt: arrival.receivedAt },
        personId: doubt ? null : await personOf(scope, from),
        place: { ownerId: null, departmentId: arrival.departmentId },
        mail: { messageId, inReplyTo, htmlKept, doubt },
      },
      ticketId,
    )
  if (kept.length > 0) await linkFiles(scope, await latestMessage(scope, ticketId), kept)
  await settle(scope, id, sql`state = 'taken', reason = null, ticket_id = ${ticketId}`)
}

const settle = ({ db, company }: Scope, id: string, how: ReturnType<typeof sql>) =>
  db.execute(sql`update ${mails} set ${how} where company_id = ${company.id} and id = ${id}`)

/** @returns its id; undefined when the same mail is known */
async function noteMail(
  scope: Scope,
  { departmentId: _, ...arrival }: Arrival,
  fingerprint: string,
  mail?: Mail,
): Promise<string | undefined> {
  const [made] = await scope.db
    .insert(mails)
    .values({
      ...{ companyId: scope.company.id, ...arrival, fingerprint, state: 'aside' },
      ...{ subject: mail?.subject, fromName: mail?.from.name, fromAddress: mail?.from.address },
    })
    .onConflictDoNothing()
    .returning({ id: mails.id })
  return made?.id
}

/** What one mail is known by, wherever it turns up again: not its Message-ID alone, which some repeat. */
function fingerprintOf({ messageId, from, subject, sentAt, text, files }: Mail): string {
  const sizes = files.map(({ name, bytes }) => [name, bytes.length])
  const said = JSON.stringify([messageId, from.address, subject, sentAt, text, sizes])
  return createHash('sha256').update(said).digest('hex')
}

const ownAddresses = async ({ db, company }: Scope): Promise<string[]> =>
  (
    await db.execute<{ address: string }>(sql`
      select address from ${mailboxes}
      where company_id = ${company.id} and removed_at is null limit 50`)
  ).map(({ address }) => address)

async function isFlood(
  { db, company }: Scope,
  { from }: Mail,
  at: Date,
): Promise<'flood' | undefined> {
  const since = new Date(at.getTime() - flood.minutes * 60_000)
  const recent = await db.execute(sql`
    select from ${mails} where company_id = ${company.id} and from_address = ${from.address}
      and received_at between ${since.toISOString()} and ${at.toISOString()}
    limit ${flood.mails + 1}`)
  return recent.length > flood.mails ? 'flood' : undefined
}
