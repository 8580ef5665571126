import { sql } from 'drizzle-orm'
import type { Job } from '../../../core/module.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { writeMail } from '../outgoing/writing.ts'
import { firstOf, readStates } from '../states/reading.ts'
import { changeState } from '../tickets/moving.ts'
import { tickets } from '../tickets/schema.ts'
import { noticeText } from './messages.ts'
import { type NoticeRules, readNotices } from './rules.ts'
import { closingNotices } from './schema.ts'

/** So many tickets at a time; the rest an hour later. */
const batch = 500

/**
 * Closes tickets whose customers do not answer: first they are told, then some days pass. Whoever
 * writes in between is answered, since their ticket waits no longer.
 */
export const closingJob: Job<'service'> = {
  name: 'service.close-waiting',
  cron: '12 * * * *',
  run: (scope, _, registry) => closeWaiting(scope, registry),
}

/** What it does at the moment of the scope's clock. */
export async function closeWaiting(scope: Scope, registry: Registry): Promise<void> {
  const rules = await readNotices(scope)
  if (rules.closingDays === null) return
  const { closingDays } = rules
  await tellSilent(scope, { ...rules, closingDays })
  await closeSilent(scope, registry, { ...rules, closingDays })
}

type Rules = NoticeRules & { closingDays: number }

/** Since when a ticket waits for its customer: what colleagues do to it meanwhile does not count. */
const waitsSince = sql`greatest(t.state_since, t.last_answer_at)`

const before = (scope: Scope, days: number) =>
  new Date(scope.now().getTime() - days * 86_400_000).toISOString()

async function tellSilent(scope: Scope, { closingDays, closing }: Rules): Promise<void> {
  const silent = await scope.db.execute<{ id: string; since: string }>(sql`
    select t.id, ${waitsSince}::text as since from ${tickets} t
    where t.company_id = ${scope.company.id} and t.state_type = 'waiting_customer'
      and t.archived_at is null and ${waitsSince} < ${before(scope, closingDays)}
      and not exists (select from ${closingNotices} n where n.company_id = t.company_id
        and n.ticket_id = t.id and n.since = ${waitsSince})
    order by t.id limit ${batch}`)
  for (const { id, since } of silent) {
    const isSent = await writeMail(scope, { ticketId: id, kind: 'closing', text: closing })
    await scope.db.execute(sql`
      insert into ${closingNotices} (company_id, ticket_id, since, told_at, note)
      values (${scope.company.id}, ${id}, ${since}::text::timestamptz, ${scope.now().toISOString()},
        ${isSent ? 'told' : 'no-address'})
      on conflict do nothing`)
  }
}

async function closeSilent(scope: Scope, registry: Registry, { graceDays }: Rules): Promise<void> {
  const due = await scope.db.execute<{ id: string }>(sql`
    select t.id from ${tickets} t
    join ${closingNotices} n on n.company_id = t.company_id and n.ticket_id = t.id
      and n.since = ${waitsSince}
    where t.company_id = ${scope.company.id} and t.state_type = 'waiting_customer'
      and t.archived_at is null and n.told_at < ${before(scope, graceDays)}
    order by t.id limit ${batch}`)
  if (due.length === 0) return
  const closed = firstOf(await readStates(scope), 'closed')
  const why = noticeText(scope.company.locale).closed
  for (const { id } of due) await changeState(scope, registry, id, closed.id, { why })
}
