import { sql } from 'drizzle-orm'
import { moveFiles } from '../../../core/attachments/moving.ts'
import { tell } from '../../../core/events.ts'
import { addLines } from '../../../core/records/timeline.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { checkpoints } from '../checklist/schema.ts'
import { firstOf, readStates } from '../states/reading.ts'
import { ticketKind } from '../tickets/kind.ts'
import { holdTicket, moveTo } from '../tickets/moving.ts'
import { messages, tickets } from '../tickets/schema.ts'
import { linkTickets } from './links.ts'

type Merged = { id: string; number: string }

/**
 * Lets one ticket go into another: its messages, files and checklist go along, it is closed and leads there.
 * The caller has made sure that both may be changed. Both are held, in one order whoever asks.
 */
export async function mergeTickets(
  scope: Scope,
  registry: Registry,
  from: Merged,
  into: Merged,
): Promise<void> {
  const company = scope.company.id
  for (const id of [from.id, into.id].sort()) await holdTicket(scope, id)
  const held = await holdTicket(scope, from.id)
  const { object } = ticketKind
  await scope.db.execute(sql`
    update ${messages} set ticket_id = ${into.id}
    where company_id = ${company} and ticket_id = ${from.id}`)
  await scope.db.execute(sql`
    update ${checkpoints} set ticket_id = ${into.id}
    where company_id = ${company} and ticket_id = ${from.id}`)
  await moveFiles(scope, { object, recordId: from.id }, into.id)
  await scope.db.execute(sql`
    update ${tickets} t set opened_at = least(t.opened_at, o.opened_at),
      first_response_at = least(t.first_response_at, o.first_response_at),
      last_customer_at = greatest(t.last_customer_at, o.last_customer_at),
      last_answer_at = greatest(t.last_answer_at, o.last_answer_at), updated_at = now()
    from ${tickets} o where t.company_id = ${company} and t.id = ${into.id}
      and o.company_id = ${company} and o.id = ${from.id}`)
  const closed = firstOf(await readStates(scope), 'closed')
  // First of all, so that whoever hears of the rest knows it already.
  await linkTickets(scope, 'merged', from.id, into.id)
  await Promise.all([
    held && moveTo(scope, registry, held, closed),
    addLines(scope, object, [
      { recordId: from.id, kind: 'service.merged', data: { into: into.number } },
      { recordId: into.id, kind: 'service.merged', data: { from: from.number } },
    ]),
    tell(registry, scope, `${object}.merged`, { id: from.id, into: into.id }),
  ])
}
