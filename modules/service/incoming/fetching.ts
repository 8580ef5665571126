import { sql } from 'drizzle-orm'
import type { ImapFlow } from 'imapflow'
import type { Desk, Errand } from '../../../core/errand.ts'
import type { Job } from '../../../core/module.ts'
import { askToFetch, readyMailbox } from '../mailboxes/asking.ts'
import { withInbox } from '../mailboxes/connecting.ts'
import { type Fault, MailFault } from '../mailboxes/faults.ts'
import { mailboxes } from '../mailboxes/schema.ts'
import { askToSend } from '../outgoing/asking.ts'
import { forgottenMails } from '../outgoing/sending.ts'
import { fetchOne, noteRead, validityOf } from './fetch-one.ts'

/** So many mails at a time; the rest waits for the next turn, which follows at once. */
const batch = 50

/** Of a mailbox that is read for the first time, what nobody has read in so many days. */
const firstDays = 30

/**
 * Every minute each mailbox is read, on its own, so that none waits for another's server; and what was
 * to go out and has not is sent.
 */
export const collectJob: Job<'service'> = {
  name: 'service.collect-mail',
  cron: '* * * * *',
  run: async (scope) => {
    const due = await scope.db.execute<{ id: string }>(sql`
      select id from ${mailboxes} where company_id = ${scope.company.id} and paused_at is null
        and removed_at is null
        and (fetch_fault is null or fetched_at < now() - interval '10 minutes') limit 50`)
    for (const { id } of due) await askToFetch(scope, id)
    for (const { id } of await forgottenMails(scope)) await askToSend(scope, id)
  },
}

export const fetchErrand: Errand<'service'> = {
  name: 'service.fetch-mail',
  run: async (desk, payload) => {
    await fetchMail(desk, String(payload.mailbox))
  },
}

/**
 * Reads what is new in a mailbox. What goes wrong with its server is written down and tried again
 * later; what goes wrong with one mail sets that one aside.
 */
export async function fetchMail(desk: Desk, id: string): Promise<void> {
  const ready = await desk.within((scope) => readyMailbox(scope, desk, id))
  if (!ready) return
  if (!ready.access) return noteFetched(desk, id, 0, 'key')
  let count = 0
  try {
    const rest = await withInbox(desk.env, ready.access, async (inbox) => {
      const from = startOf(inbox, ready)
      const uids = await newUids(inbox, from)
      const uidValidity = validityOf(inbox)
      for (const uid of uids.slice(0, batch))
        if (await fetchOne(desk, inbox, { ...ready, mailboxId: id, uidValidity, uid })) count++
      const isWhole = uids.length <= batch
      // What lies there already, and was read by somebody, is none of ours.
      const last = inbox.mailbox ? inbox.mailbox.uidNext - 1 : 0
      if (isWhole && from === undefined)
        await desk.within((scope) => noteRead(scope, { mailboxId: id, uidValidity, uid: last }))
      return !isWhole
    })
    await noteFetched(desk, id, count, null)
    if (rest) await desk.within((scope) => askToFetch(scope, id))
  } catch (error) {
    if (!(error instanceof MailFault) && isOurs(error)) throw error
    await noteFetched(desk, id, count, MailFault.of(error).fault)
  }
}

/** Trouble with our own database is no trouble of the mailbox. */
const isOurs = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'PostgresError' || 'query' in error)

/** Behind which mail to begin; undefined when the mailbox was never read, or counts anew. */
const startOf = (
  inbox: ImapFlow,
  { lastUid, uidValidity }: { lastUid: number | null; uidValidity: string },
): number | undefined =>
  validityOf(inbox) === uidValidity && lastUid !== null ? lastUid : undefined

async function newUids(inbox: ImapFlow, from: number | undefined): Promise<number[]> {
  const since = new Date(Date.now() - firstDays * 86_400_000)
  const found = await inbox.search(
    from === undefined ? { seen: false, since } : { uid: `${from + 1}:*` },
    { uid: true },
  )
  // Of a range without end the last mail is always part.
  return (found || []).filter((uid) => uid > (from ?? 0)).sort((a, b) => a - b)
}

const noteFetched = async ({ within }: Desk, id: string, count: number, fault: Fault | null) => {
  await within(({ db, company }) =>
    db.execute(sql`
      update ${mailboxes} set fetched_at = clock_timestamp(), fetched_count = ${count},
        fetch_fault = ${fault}
      where company_id = ${company.id} and id = ${id}`),
  )
}
