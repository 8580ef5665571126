import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { Secrets } from '../../../core/secrets/secrets.ts'
import type { Mail } from '../mail/reading.ts'
import { isTokenOf, readOwnMessageId } from '../mail/signing.ts'
import { noteFailed } from './outcome.ts'

/** How much of a report is searched for the mail it is about, in signs. */
const searched = 100_000

/** Notes that a mail of ours came back: its report holds the Message-ID, signed by us. */
export async function noteBounce(scope: Scope, secrets: Secrets, mail: Mail): Promise<void> {
  const parts = mail.files.map(({ bytes }) =>
    Buffer.from(bytes.subarray(0, searched)).toString('latin1'),
  )
  const report = [
    mail.text.slice(0, searched),
    mail.references.join(' '),
    ...parts.slice(0, 5),
  ].join('\n')
  for (const [id] of report.matchAll(/<[\w-]{22}\.[a-z2-9]{16}\.[\w-]{22}@[^<>\s]{1,190}>/g)) {
    const own = readOwnMessageId(id)
    if (!own || !(await isTokenOf(secrets, scope.company.id, own.ticketId, own.token))) continue
    const [row] = await scope.db.execute<{ id: string }>(sql`
      select id from service.outgoing_mails where company_id = ${scope.company.id}
        and id = ${own.mailId} and ticket_id = ${own.ticketId} and state = 'sent' for update`)
    if (row) return noteFailed(scope, row.id, 'rejected', mail.text.slice(0, 500))
  }
}
