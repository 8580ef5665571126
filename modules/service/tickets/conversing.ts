import { sql } from 'drizzle-orm'
import { tell } from '../../../core/events.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import { addToTimeline } from '../../../core/records/timeline.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { firstOf, readStates } from '../states/reading.ts'
import { isDone, type State, type StateType } from '../states/state-types.ts'
import { tellFollowers } from './followers.ts'
import { ticketKind } from './kind.ts'
import { type MessageInput, writeMessage } from './message-rows.ts'
import { holdTicket, moveTo } from './moving.ts'
import { type MessageKind, tickets } from './schema.ts'

/** What each kind of message is called in events, audit and timeline. */
const deeds = {
  customer: { event: 'customer-wrote', action: 'customer-wrote', line: 'service.wrote' },
  answer: { event: 'answered', action: 'answered', line: 'service.answered' },
  note: { event: 'note-added', action: 'noted', line: 'service.noted' },
} as const satisfies Record<MessageKind, object>

/** What a ticket becomes by a message, when nobody says otherwise: nothing new for a note. */
function nextType(kind: MessageKind, now: StateType): StateType | undefined {
  if (kind === 'note') return undefined
  if (kind === 'customer')
    return isDone(now) ? 'open' : now === 'waiting_customer' ? 'waiting_us' : undefined
  return isDone(now) ? undefined : 'waiting_customer'
}

/** `next` is the state a colleague chose to go with an answer. */
type Said = MessageInput & { next?: State }

/**
 * Adds a message to a ticket, with what it brings about: the first answer is the first response, and
 * a customer who writes again opens a ticket that was solved. The caller has made sure that the
 * ticket may be changed.
 * @returns the message's id
 * @throws Refusal 404 when there is no such ticket
 */
export async function addMessage(
  scope: Scope,
  registry: Registry,
  ticketId: string,
  { next, ...message }: Said,
): Promise<string> {
  const ticket = await holdTicket(scope, ticketId)
  if (!ticket) throw notFound()
  const { kind, sentAt: at = scope.now() } = message
  const { event, action, line } = deeds[kind]
  const { object } = ticketKind
  const id = await writeMessage(scope, ticketId, { authorId: authorOf(scope, message), ...message })
  const moment = sql`${at.toISOString()}::timestamptz`
  await Promise.all([
    scope.db.execute(sql`
      update ${tickets} set ${
        kind === 'note'
          ? sql``
          : kind === 'customer'
            ? sql`last_customer_at = greatest(last_customer_at, ${moment}),`
            : sql`last_answer_at = greatest(last_answer_at, ${moment}),
                first_response_at = coalesce(first_response_at, ${moment}),`
      } updated_at = now()
      where company_id = ${scope.company.id} and id = ${ticketId}`),
    recordAudit(scope, { action, object, recordId: ticketId, after: { message: id } }),
    addToTimeline(scope, object, ticketId, line, { messageId: id }),
    tell(registry, scope, `${object}.${event}`, { id: ticketId, message: id }),
    kind === 'customer' && tellFollowers(scope, ticketId, message.text),
  ])
  const type = nextType(kind, ticket.stateType)
  const to = next ?? (type && firstOf(await readStates(scope), type))
  if (to) await moveTo(scope, registry, ticket, to, { at })
  return id
}

/** Whoever writes; a customer is nobody of ours. */
const authorOf = (scope: Scope, { kind }: MessageInput): string | null =>
  kind === 'customer' ? null : scope.actorId
