import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { ImapFlow } from 'imapflow'
import type { Desk } from '../../../core/errand.ts'
import type { Scope } from '../../../core/scope.ts'
import { BrokenMail, readMail } from '../mail/reading.ts'
import { MailFault } from '../mailboxes/faults.ts'
import { mailboxes } from '../mailboxes/schema.ts'
import { type Arrival, setAside, takeMail } from './taking.ts'

/** The largest mail that is read, in bytes: a file of 25 MiB as mail writes it, and what goes with it. */
const largest = 38 * 1024 * 1024

type Place = Pick<Arrival, 'mailboxId' | 'departmentId' | 'uidValidity' | 'uid'>

/** Fetches one mail and settles it. @returns whether it was new */
export async function fetchOne(
  desk: Desk,
  inbox: ImapFlow,
  { mailboxId, departmentId, uidValidity, uid }: Place,
): Promise<boolean> {
  const known = await inbox.fetchOne(String(uid), { size: true, internalDate: true }, { uid: true })
  if (!known) return false
  const receivedAt = momentOf(known.internalDate)
  const bytes = known.size ?? 0
  const arrival: Arrival = { mailboxId, departmentId, uidValidity, uid, bytes, receivedAt }
  const outcome =
    bytes > largest
      ? await keepAside(desk, arrival, 'large', `${uidValidity} ${uid}`)
      : await readAndTake(desk, inbox, arrival)
  if (outcome === 'taken')
    await inbox.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true }).catch(() => {})
  return outcome !== undefined
}

async function readAndTake(desk: Desk, inbox: ImapFlow, arrival: Arrival) {
  const source = await sourceOf(inbox, arrival.uid)
  try {
    const mail = await readMail(source)
    return await desk.within(async (scope) => {
      const outcome = await takeMail(scope, desk, { ...arrival, bytes: source.length }, mail)
      await noteRead(scope, arrival)
      return outcome
    })
  } catch (error) {
    const detail = error instanceof BrokenMail ? error.message : String(error)
    if (!(error instanceof BrokenMail))
      desk.log.warn({ error: detail }, 'a mail could not be taken')
    const print = createHash('sha256').update(source).digest('hex')
    return keepAside(desk, arrival, 'broken', print, detail)
  }
}

/** By what a folder says that it counts its mails as before. */
export const validityOf = ({ mailbox }: ImapFlow): string =>
  mailbox ? String(mailbox.uidValidity) : ''

/** The mail as it lies on the server. @throws MailFault when it is gone */
export async function sourceOf(inbox: ImapFlow, uid: number): Promise<Buffer> {
  const found = await inbox.fetchOne(String(uid), { source: true }, { uid: true })
  const source = found ? found.source : undefined
  if (!source) throw new MailFault('other', 'the mail is gone')
  return source
}

const keepAside = (
  desk: Desk,
  arrival: Arrival,
  reason: 'large' | 'broken',
  print: string,
  detail = '',
): Promise<'aside'> =>
  desk.within(async (scope) => {
    await setAside(scope, arrival, reason, print, detail)
    await noteRead(scope, arrival)
    return 'aside' as const
  })

/** What the server says of when it got a mail; what lies ahead of us is now. */
function momentOf(date: Date | string | undefined): Date {
  const at = new Date(date ?? Date.now())
  return Number.isFinite(at.getTime()) && at.getTime() < Date.now() ? at : new Date()
}

/** A mail that is settled is not read again, whatever happens to those behind it. */
export const noteRead = (
  { db, company }: Scope,
  { mailboxId, uid, uidValidity }: Omit<Place, 'departmentId'>,
) =>
  db.execute(sql`
    update ${mailboxes} set uid_validity = ${uidValidity},
      last_uid = case when uid_validity = ${uidValidity} then greatest(last_uid, ${uid}) else ${uid} end
    where company_id = ${company.id} and id = ${mailboxId}`)
