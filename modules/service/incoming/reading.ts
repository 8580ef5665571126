import { sql } from 'drizzle-orm'
import { notFound } from '../../../core/http/refusal.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { mailboxes } from '../mailboxes/schema.ts'
import { tickets } from '../tickets/schema.ts'
import { type AsideReason, type MailState, mails } from './schema.ts'

export const mailObject = 'service.incoming-mail'

/** A mail as it is listed; of its words only the subject. */
export type IncomingMail = {
  id: string
  mailbox: string
  state: MailState
  reason: AsideReason | null
  detail: string
  subject: string
  fromName: string
  fromAddress: string
  bytes: number
  receivedAt: Date
  ticketId: string | null
  number: string | null
}

const columns = sql`
  m.id, b.name as mailbox, m.state, m.reason, m.detail, m.subject, m.from_name as "fromName",
  m.from_address as "fromAddress", m.bytes, m.received_at as "receivedAt",
  m.ticket_id as "ticketId", t.number
  from ${mails} m
  join ${mailboxes} b on b.company_id = m.company_id and b.id = m.mailbox_id
  left join ${tickets} t on t.company_id = m.company_id and t.id = m.ticket_id`

const pageSize = 50

/**
 * The latest mails in a state, newest first.
 * @param before id of the last one seen, to go on from there
 * @returns `older` is where to go on, if there is more
 */
export async function readMails(
  { db, company }: Scope,
  state: MailState,
  before: string | undefined,
): Promise<{ mails: IncomingMail[]; older?: string }> {
  const rows = await db.execute<IncomingMail>(sql`
    select ${columns} where m.company_id = ${company.id} and m.state = ${state}
      ${before ? sql`and m.id < ${before}` : sql``}
    order by m.id desc limit ${pageSize + 1}`)
  const shown = rows.slice(0, pageSize)
  return { mails: shown, older: rows.length > pageSize ? shown.at(-1)?.id : undefined }
}

/** @throws Refusal 404 when there is none */
export async function readIncoming({ db, company }: Scope, id: string): Promise<IncomingMail> {
  const [row] = await db.execute<IncomingMail>(sql`
    select ${columns} where m.company_id = ${company.id} and m.id = ${id}`)
  if (!row) throw notFound()
  return row
}

/** Lets go of a mail that was set aside. @returns whether it still waited */
export async function dropMail(scope: Scope, id: string): Promise<boolean> {
  const dropped = await scope.db.execute(sql`
    update ${mails} set state = 'dropped', decided_by = ${scope.actorId}, decided_at = now()
    where company_id = ${scope.company.id} and id = ${id} and state = 'aside' returning id`)
  if (dropped.length === 0) return false
  await recordAudit(scope, { action: 'dropped', object: mailObject, recordId: id })
  return true
}
