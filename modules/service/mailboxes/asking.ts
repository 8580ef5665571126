import { sql } from 'drizzle-orm'
import type { Desk, Errand } from '../../../core/errand.ts'
import { queueJob } from '../../../core/jobs.ts'
import type { Scope } from '../../../core/scope.ts'
import { type Access, tryMailbox } from './connecting.ts'
import { type Mailbox, readAccess } from './mailboxes.ts'
import { type Fault, mailboxes } from './schema.ts'

/** Has a mailbox read soon; twice at once is once. */
export const askToFetch = ({ db }: Scope, mailbox: string): Promise<void> =>
  queueJob(db, 'service.fetch-mail', { mailbox }, `service.fetch-mail ${mailbox}`)

/** Has the servers of a mailbox tried, since a request must not wait for them. */
export async function askToTry({ db, company }: Scope, mailbox: string): Promise<void> {
  await db.execute(sql`
    update ${mailboxes} set asked_at = now()
    where company_id = ${company.id} and id = ${mailbox}`)
  await queueJob(db, 'service.try-mailbox', { mailbox }, `service.try-mailbox ${mailbox}`)
}

/** Whether an answer is still awaited. */
export const isBeingTried = ({ askedAt, triedAt }: Mailbox): boolean =>
  askedAt !== null && (triedAt === null || triedAt < askedAt)

export const tryErrand: Errand<'service'> = {
  name: 'service.try-mailbox',
  run: async (desk, payload) => {
    const id = String(payload.mailbox)
    const access = await desk.within((scope) => readAccess(scope, desk.secrets, id))
    const faults = access ? await tryMailbox(desk.env, access) : { imap: 'key', smtp: 'key' }
    await noteTried(desk, id, faults as { imap?: Fault; smtp?: Fault })
  },
}

const noteTried = ({ within }: Desk, id: string, { imap, smtp }: { imap?: Fault; smtp?: Fault }) =>
  within(({ db, company }) =>
    db.execute(sql`
      update ${mailboxes} set tried_at = clock_timestamp(), imap_fault = ${imap ?? null},
        smtp_fault = ${smtp ?? null}
      where company_id = ${company.id} and id = ${id}`),
  )

type Ready = {
  lastUid: number | null
  uidValidity: string
  departmentId: string | null
  /** undefined when its password cannot be opened any more */
  access: Access | undefined
}

/** A mailbox whose servers may be spoken to; undefined when it is paused or gone. */
export async function readyMailbox(
  scope: Scope,
  desk: Pick<Desk, 'secrets'>,
  id: string,
): Promise<Ready | undefined> {
  const [row] = await scope.db.execute<Omit<Ready, 'access'>>(sql`
    select last_uid::float8 as "lastUid", uid_validity as "uidValidity",
      department_id as "departmentId" from ${mailboxes}
    where company_id = ${scope.company.id} and id = ${id} and paused_at is null
      and removed_at is null`)
  return row && { ...row, access: await readAccess(scope, desk.secrets, id) }
}
