import { newId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { isDone } from '../states/state-types.ts'
import { messages, stateChanges } from '../tickets/schema.ts'
import type { TicketDraft, TicketState } from './ticket-state.ts'

/**
 * Since when a ticket is there and in its state. Of when it was opened nothing is made up: a file that
 * does not say so leaves the first thing that it tells, even where that contradicts the rest.
 */
export function momentsOf(
  scope: Scope,
  { origin, firstResponseAt, solvedAt, stateType }: TicketState,
) {
  const told = [firstResponseAt, solvedAt].flatMap((at) => at?.getTime() ?? [])
  const first = told.length > 0 ? new Date(Math.min(...told)) : scope.now()
  const openedAt = origin?.createdAt ?? first
  return {
    ...{ openedAt, lastCustomerAt: openedAt, lastAnswerAt: firstResponseAt },
    stateSince: (isDone(stateType) ? solvedAt : firstResponseAt) ?? openedAt,
  }
}

/** The first state of each, and what its customer asked, where the file tells it. */
export async function writeBeginnings(scope: Scope, made: readonly TicketDraft[]): Promise<void> {
  const begun = made.map(({ id, now }) => ({ id, now, ...momentsOf(scope, now) }))
  await insertMany(
    scope,
    stateChanges,
    begun.map(({ id, now, stateSince }) => ({
      ...{ id: newId(), ticketId: id, toStateId: now.stateId, toType: now.stateType },
      ...{ changedAt: stateSince, changedBy: scope.actorId },
    })),
  )
  await insertMany(
    scope,
    messages,
    begun.flatMap(({ id, now: { text, values }, openedAt }) =>
      text
        ? {
            ...{ id: newId(), ticketId: id, kind: 'customer' as const, text, sentAt: openedAt },
            ...{ fromName: values.fromName, fromAddress: values.fromAddress },
            channel: values.channel ?? ('import' as const),
          }
        : [],
    ),
  )
}
