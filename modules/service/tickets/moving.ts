import { sql } from 'drizzle-orm'
import { tell } from '../../../core/events.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import { addToTimeline } from '../../../core/records/timeline.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { foundStates } from '../states/founding.ts'
import { readStates } from '../states/reading.ts'
import { isDone, type State, type StateType } from '../states/state-types.ts'
import { ticketKind } from './kind.ts'
import { noteStates } from './moves.ts'
import { tickets } from './schema.ts'

/** A ticket as far as its state goes. */
export type Standing = {
  id: string
  stateId: string
  stateType: StateType
  firstResponseAt: Date | null
}

/** Holds a ticket for the rest of the transaction, so that of two deeds one comes after the other. */
export async function holdTicket(scope: Scope, id: string): Promise<Standing | undefined> {
  const [row] = await scope.db.execute<Standing>(sql`
    select id, state_id as "stateId", state_type as "stateType",
      first_response_at as "firstResponseAt"
    from ${tickets} where company_id = ${scope.company.id} and id = ${id} for update`)
  return row
}

type Why = { why?: string; at?: Date }

/**
 * Brings a ticket into a state of the company's. Into a solved or closed one, that ends it; out of
 * one, that opens it again. The caller has made sure that the ticket may be changed.
 * @param why a sentence for the history
 * @returns gone when there is no such state in use
 */
export async function changeState(
  scope: Scope,
  registry: Registry,
  ticketId: string,
  stateId: string,
  why: Why = {},
): Promise<'changed' | 'unchanged' | 'gone'> {
  const to = (await readStates(scope)).find(({ id, hidden }) => id === stateId && !hidden)
  const ticket = await holdTicket(scope, ticketId)
  if (!to || !ticket) return 'gone'
  return moveTo(scope, registry, ticket, to, why)
}

/** The same for a ticket that is held, and a state that is known. */
export async function moveTo(
  scope: Scope,
  registry: Registry,
  ticket: Standing,
  to: State,
  { why, at = scope.now() }: Why = {},
): Promise<'changed' | 'unchanged'> {
  const { id, stateId, stateType } = ticket
  if (stateId === to.id) return 'unchanged'
  await foundStates(scope)
  const isReopened = isDone(stateType) && !isDone(to.type)
  const company = scope.company.id
  const [from] = (await readStates(scope)).filter((one) => one.id === stateId)
  await Promise.all([
    scope.db.execute(sql`
      update ${tickets} set state_id = ${to.id}, state_type = ${to.type}, state_since = now(),
        solved_at = ${isDone(to.type) ? sql`coalesce(solved_at, ${at.toISOString()})` : null},
        closed_at = ${to.type === 'closed' ? at.toISOString() : null},
        reopened = reopened + ${isReopened ? 1 : 0}, updated_at = now(), version = version + 1
      where company_id = ${company} and id = ${id}`),
    noteStates(scope, [{ ticketId: id, from: { id: stateId, type: stateType }, to, at }]),
    recordAudit(scope, {
      ...{ action: 'changed', object: ticketKind.object, recordId: id, reason: why },
      ...{ before: { stateId }, after: { stateId: to.id } },
    }),
    addToTimeline(scope, ticketKind.object, id, 'service.moved', {
      ...{ from: from?.name ?? '', to: to.name, reopened: isReopened },
      ...(why && { why }),
    }),
    tell(registry, scope, `${ticketKind.object}.state-changed`, {
      ...{ id, from: stateType, to: to.type, ...(isReopened && { reopened: true }) },
    }),
  ])
  return 'changed'
}
