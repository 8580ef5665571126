import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Scope } from '../../../core/scope.ts'
import { isWaiting } from '../assigning/assigning.ts'
import type { ClockKind } from '../clocks/reckoning.ts'
import { editTickets, viewTickets } from '../rights.ts'
import type { StateType } from '../states/state-types.ts'
import type { Priority } from '../tickets/choices.ts'
import { never, tickets } from '../tickets/schema.ts'
import { namesOfTicket } from '../tickets/ticket-record.ts'

/** How much waits for somebody. More than the most is not counted. */
export type DeskFigures = { mine: number; late: number; waiting: number }

export const mostCounted = 1_000

/** One's own tickets that are still to do. */
const mine = ({ company, user }: Scope): SQL => sql`${tickets.companyId} = ${company.id}
  and ${tickets.ownerId} = ${user.id} and ${tickets.archivedAt} is null
  and ${tickets.stateType} not in ('solved', 'closed')`

/** Tickets that are nobody's yet and that somebody may take. */
export const waitingFor = (scope: Scope): SQL => sql`${tickets.companyId} = ${scope.company.id}
  and ${isWaiting} and ${within(scope, editTickets, tickets)}`

export async function readFigures(scope: Scope): Promise<DeskFigures> {
  const count = (which: SQL) => sql`(select count(*)::int from (
    select from ${tickets} where ${which} limit ${mostCounted}) n)`
  const [row] = await scope.db.execute<DeskFigures>(sql`
    select ${count(mine(scope))} as mine,
      ${count(sql`${mine(scope)} and ${tickets.dueAt} <= now()`)} as late,
      ${count(waitingFor(scope))} as waiting`)
  return row ?? { mine: 0, late: 0, waiting: 0 }
}

export type DeskTicket = {
  id: string
  number: string
  name: string
  state: string
  stateType: StateType
  priority: Priority
  fromName: string
  dueAt: Date | null
  dueKind: ClockKind | ''
}

/** What presses most comes first: what is due, then the priority, then who has waited longest. */
export const pressing = sql`${tickets.dueAt},
  array_position(array['urgent', 'high', 'normal', 'low'], ${tickets.priority}),
  ${tickets.openedAt}, ${tickets.id}`

/** What somebody has to do next, without what waits for a customer. */
export const readNext = (scope: Scope): Promise<DeskTicket[]> =>
  scope.db.execute<DeskTicket>(sql`
    select tickets.id, tickets.number, tickets.name, tickets.state_type as "stateType",
      tickets.priority, tickets.from_name as "fromName",
      nullif(tickets.due_at, ${never}) as "dueAt", tickets.due_kind as "dueKind", ${namesOfTicket}
    from ${tickets}
    where ${mine(scope)} and ${tickets.stateType} <> 'waiting_customer'
      and ${within(scope, viewTickets, tickets)}
    order by ${pressing} limit 20`)
