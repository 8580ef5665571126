import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Secrets } from '../../../core/secrets/secrets.ts'
import type { Access } from './connecting.ts'
import { type Fault, mailboxes } from './schema.ts'

export const mailboxObject = 'service.mailbox'

/** A mailbox as people set it up; its password stands apart and is never read back to them. */
export type MailboxValues = Omit<Access, 'password'> & {
  name: string
  address: string
  departmentId: string | null
  /** The server whose word about senders is believed; '' for that of the mailbox. */
  checkedBy: string
}

/** What is known of a mailbox beside what it was set up with. */
export type Mailbox = MailboxValues & {
  id: string
  version: number
  hasPassword: boolean
  fetchedAt: Date | null
  fetchedCount: number
  fetchFault: Fault | null
  pausedAt: Date | null
  askedAt: Date | null
  triedAt: Date | null
  imapFault: Fault | null
  smtpFault: Fault | null
}

const columns = sql`
  id, version, name, address, department_id as "departmentId", imap_host as "imapHost",
  imap_port as "imapPort", imap_security as "imapSecurity", folder, smtp_host as "smtpHost",
  smtp_port as "smtpPort", smtp_security as "smtpSecurity", username,
  checked_by as "checkedBy", password <> '' as "hasPassword", fetched_at as "fetchedAt", fetched_count as "fetchedCount",
  fetch_fault as "fetchFault", paused_at as "pausedAt",
  asked_at as "askedAt", tried_at as "triedAt", imap_fault as "imapFault",
  smtp_fault as "smtpFault"`

/** A company has a few. */
const most = 50

export const readMailboxes = ({ db, company }: Scope): Promise<Mailbox[]> =>
  db.execute<Mailbox>(sql`
    select ${columns} from ${mailboxes}
    where company_id = ${company.id} and removed_at is null order by name, id limit ${most}`)

/** @throws Refusal 404 when there is none */
export async function readMailbox({ db, company }: Scope, id: string): Promise<Mailbox> {
  const [row] = await db.execute<Mailbox>(sql`
    select ${columns} from ${mailboxes}
    where company_id = ${company.id} and id = ${id} and removed_at is null`)
  if (!row) throw notFound()
  return row
}

/** What its servers are spoken to with. @returns undefined when the password cannot be opened any more */
export async function readAccess(
  { db, company }: Pick<Scope, 'db' | 'company'>,
  secrets: Secrets,
  id: string,
): Promise<Access | undefined> {
  const [row] = await db.execute<Access>(sql`
    select imap_host as "imapHost", imap_port as "imapPort", imap_security as "imapSecurity",
      folder, smtp_host as "smtpHost", smtp_port as "smtpPort", smtp_security as "smtpSecurity",
      username, password
    from ${mailboxes} where company_id = ${company.id} and id = ${id}`)
  const password = row && (await secrets.open(sealedFor(company.id, id), row.password))
  return row && password !== undefined ? { ...row, password } : undefined
}

const sealedFor = (company: string, id: string) => [company, mailboxObject, id]

/** Sets up a mailbox. @returns its id; undefined when the address has one already */
export async function addMailbox(
  scope: Scope,
  secrets: Secrets,
  values: MailboxValues,
  password: string,
): Promise<string | undefined> {
  const id = newId()
  const sealed = password && (await secrets.seal(sealedFor(scope.company.id, id), password))
  const made = await scope.db
    .insert(mailboxes)
    .values({
      ...{ companyId: scope.company.id, id, createdBy: scope.actorId },
      ...{ ...values, password: sealed },
    })
    .onConflictDoNothing()
    .returning({ id: mailboxes.id })
  if (made.length === 0) return undefined
  await recordAudit(scope, {
    ...{ action: 'created', object: mailboxObject, recordId: id, after: { ...values } },
  })
  return id
}

/**
 * Changes how a mailbox is reached. Another server is never handed the password that was kept for the
 * old one: it has to be typed anew.
 * @param password empty to keep it
 */
export async function changeMailbox(
  scope: Scope,
  secrets: Secrets,
  before: Mailbox,
  after: MailboxValues,
  password: string,
): Promise<'saved' | 'conflict' | 'taken'> {
  const { id, version } = before
  const [taken] = await scope.db.execute(sql`
    select from ${mailboxes} where company_id = ${scope.company.id} and address = ${after.address}
      and id <> ${id} and removed_at is null`)
  if (taken) return 'taken'
  const sealed = password && (await secrets.seal(sealedFor(scope.company.id, id), password))
  const isElsewhere = before.imapHost !== after.imapHost || before.folder !== after.folder
  const changed = await scope.db.execute(sql`
    update ${mailboxes} set name = ${after.name}, address = ${after.address},
      department_id = ${after.departmentId}, imap_host = ${after.imapHost},
      imap_port = ${after.imapPort}, imap_security = ${after.imapSecurity},
      folder = ${after.folder}, smtp_host = ${after.smtpHost}, smtp_port = ${after.smtpPort},
      smtp_security = ${after.smtpSecurity}, username = ${after.username},
      checked_by = ${after.checkedBy},
      ${sealed ? sql`password = ${sealed},` : sql``}
      ${isElsewhere ? sql`last_uid = null, uid_validity = '',` : sql``}
      fetch_fault = null, tried_at = null, updated_at = now(), version = version + 1
    where company_id = ${scope.company.id} and id = ${id} and version = ${version} returning id`)
  if (changed.length === 0) return 'conflict'
  const changes = differences<Record<string, unknown>>(
    { ...before },
    { ...after, ...(password && { password: 'new' }) },
  )
  if (changes)
    await recordAudit(scope, {
      ...{ action: 'changed', object: mailboxObject, recordId: id },
      ...changes,
    })
  return 'saved'
}

/** Stops reading a mailbox, or goes on. What was written from it waits as long. */
export async function pauseMailbox(scope: Scope, id: string, isPaused: boolean): Promise<void> {
  const changed = await scope.db.execute(sql`
    update ${mailboxes} set paused_at = ${isPaused ? sql`now()` : null}, fetch_fault = null,
      updated_at = now(), version = version + 1
    where company_id = ${scope.company.id} and id = ${id} and removed_at is null returning id`)
  if (changed.length === 0) throw notFound()
  await recordAudit(scope, {
    action: isPaused ? 'paused' : 'resumed',
    object: mailboxObject,
    recordId: id,
  })
}

/** Lets go of a mailbox and its password; tickets keep what came by it. */
export async function removeMailbox(scope: Scope, id: string): Promise<void> {
  const removed = await scope.db.execute(sql`
    update ${mailboxes} set removed_at = now(), password = '', updated_at = now()
    where company_id = ${scope.company.id} and id = ${id} and removed_at is null returning id`)
  if (removed.length === 0) throw notFound()
  await recordAudit(scope, { action: 'removed', object: mailboxObject, recordId: id })
}
