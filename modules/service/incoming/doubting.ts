import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import { type Doubt, doubtIn, receives } from '../mail/authenticity.ts'
import type { Mail } from '../mail/reading.ts'
import { mailboxes } from '../mailboxes/schema.ts'

/** Why the mailbox's own server doubts the sender of a mail, if it does. */
export async function doubtOf(
  { db, company }: Pick<Scope, 'db' | 'company'>,
  mailboxId: string,
  mail: Pick<Mail, 'headers'>,
): Promise<Doubt | undefined> {
  const [mailbox] = await db.execute<{ named: string; host: string }>(sql`
    select checked_by as named, imap_host as host from ${mailboxes}
    where company_id = ${company.id} and id = ${mailboxId}`)
  if (!mailbox) return undefined
  const { named, host } = mailbox
  return doubtIn(mail.headers('authentication-results'), (server) => receives(server, named, host))
}
