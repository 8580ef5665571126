import { sql } from 'drizzle-orm'
import type { Desk, Errand } from '../../../core/errand.ts'
import { queueJob } from '../../../core/jobs.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { readMail } from '../mail/reading.ts'
import { readyMailbox } from '../mailboxes/asking.ts'
import { withInbox } from '../mailboxes/connecting.ts'
import { MailFault } from '../mailboxes/faults.ts'
import { sourceOf, validityOf } from './fetch-one.ts'
import { mailObject } from './reading.ts'
import { mails } from './schema.ts'
import { type Arrival, takeAnyway } from './taking.ts'

/** Has a mail that was set aside fetched once more and made part of a ticket. */
export async function askToTake(scope: Scope, mail: string): Promise<void> {
  await recordAudit(scope, { action: 'taken', object: mailObject, recordId: mail })
  await queueJob(scope.db, 'service.take-mail', { mail }, `service.take-mail ${mail}`)
}

export const takeErrand: Errand<'service'> = {
  name: 'service.take-mail',
  run: (desk, payload) => fetchAgain(desk, String(payload.mail)),
}

/** What goes wrong now is written beside the mail, which stays aside. */
async function fetchAgain(desk: Desk, id: string): Promise<void> {
  const arrival = await desk.within((scope) => arrivalOf(scope, id))
  if (!arrival) return
  const ready = await desk.within((scope) => readyMailbox(scope, desk, arrival.mailboxId))
  if (!ready?.access) return
  try {
    const mail = await withInbox(desk.env, ready.access, async (inbox) => {
      if (validityOf(inbox) !== arrival.uidValidity)
        throw new MailFault('other', 'the mail is gone')
      return readMail(await sourceOf(inbox, arrival.uid))
    })
    await desk.within((scope) => takeAnyway(scope, desk, arrival, mail, id))
  } catch (error) {
    const { fault, message } = MailFault.of(error)
    await desk.within(({ db, company }) =>
      db.execute(sql`
        update ${mails} set detail = ${message || fault}
        where company_id = ${company.id} and id = ${id} and state = 'aside'`),
    )
  }
}

async function arrivalOf({ db, company }: Scope, id: string): Promise<Arrival | undefined> {
  const [row] = await db.execute<Arrival>(sql`
    select m.mailbox_id as "mailboxId", b.department_id as "departmentId",
      m.uid_validity as "uidValidity", m.uid::float8 as uid, m.bytes, m.received_at as "receivedAt"
    from ${mails} m
    join service.mailboxes b on b.company_id = m.company_id and b.id = m.mailbox_id
    where m.company_id = ${company.id} and m.id = ${id} and m.state = 'aside'`)
  return row
}
