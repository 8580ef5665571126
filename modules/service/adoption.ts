import { sql } from 'drizzle-orm'
import type { Adoption } from '../../core/adoption/declared.ts'
import { clocks } from './clocks/schema.ts'
import { ticketKind } from './tickets/kind.ts'
import { messages, tickets } from './tickets/schema.ts'

/**
 * What working with tickets is: opening them, answering, bringing them on. An answer is prompt when it
 * keeps the promise whose clock it stops; where nothing was promised, when it comes within a day of the
 * customer's words. Open work has a next step while an answer is on its way.
 */
export const adoption: Adoption<'service'> = {
  deeds: [
    {
      deed: 'ticket',
      label: { en: 'Tickets opened', 'zh-CN': '新建工单' },
      object: ticketKind.object,
      actions: ['created'],
    },
    {
      deed: 'answer',
      label: { en: 'Customers answered', 'zh-CN': '答复客户' },
      object: ticketKind.object,
      actions: ['answered'],
    },
    {
      deed: 'ticket-progress',
      label: { en: 'Tickets brought on', 'zh-CN': '推进工单' },
      object: ticketKind.object,
      actions: ['changed', 'noted'],
    },
  ],
  process: { deed: 'answer', weekly: { member: 5, lead: 1 } },
  prompt: ({ company }, { from, to }) => sql`
    select a.author_id as person, count(*)::int as "of",
      count(*) filter (where coalesce(promised.kept, a.sent_at < asked.at + interval '24 hours'))
        ::int as good
    from ${messages} a cross join lateral (
      select max(c.sent_at) as at from ${messages} c where c.company_id = a.company_id
        and c.ticket_id = a.ticket_id and c.kind = 'customer' and c.sent_at <= a.sent_at) asked
    cross join lateral (
      select bool_and(c.stopped_at <= c.due_at) as kept from ${clocks} c
      where c.company_id = a.company_id and c.ticket_id = a.ticket_id
        and c.kind in ('first', 'next') and c.due_at is not null
        and date_trunc('milliseconds', c.stopped_at) = date_trunc('milliseconds', a.sent_at)
    ) promised
    where a.company_id = ${company.id} and a.kind = 'answer' and a.author_id is not null
      and a.sent_at >= ${from} and a.sent_at < ${to} and asked.at is not null
    group by a.author_id`,
  ahead: ({ company }) => sql`
    select t.owner_id as person, count(*)::int as "of",
      count(*) filter (where t.last_answer_at >= t.last_customer_at
        or t.last_customer_at > now() - interval '24 hours')::int as good
    from ${tickets} t where t.company_id = ${company.id} and t.archived_at is null
      and t.state_type not in ('solved', 'closed') and t.owner_id is not null
    group by t.owner_id`,
}
