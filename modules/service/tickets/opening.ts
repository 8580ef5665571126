import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { tell } from '../../../core/events.ts'
import { given } from '../../../core/fields/changes.ts'
import { takeNumber } from '../../../core/numbering/numbers.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { writeEntries } from '../../../core/own-fields/writing.ts'
import { leaveTrace } from '../../../core/records/traces.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { foundCategories, foundStates } from '../states/founding.ts'
import { firstOf, readStates } from '../states/reading.ts'
import { requesterOf } from './customers.ts'
import { ticketKind, ticketNumbers } from './kind.ts'
import { type MessageInput, writeMessage } from './message-rows.ts'
import { noteStates } from './moves.ts'
import { tickets } from './schema.ts'
import type { TicketValues } from './ticket-fields.ts'
import { ticketColumns } from './ticket-record.ts'

/**
 * What opens a ticket. `subject`, `personId` and `accountId` are checked by the caller; a message
 * without words is none. Who asked may be somebody who is not on record: `fromName`, `fromAddress`.
 */
export type Opening = {
  subject: string
  channel: NonNullable<TicketValues['channel']>
  text?: string
  /** What else is known: type, priority, product and the company's own fields. */
  values?: Partial<TicketValues> & OwnValues
  categoryId?: string | null
  personId?: string | null
  /** Left out, it is the account the person works for. */
  accountId?: string | null
  fromName?: string
  fromAddress?: string
  /** When the customer wrote; now when left out. */
  sentAt?: Date
  /** Whose it is; whoever opens it when left out, nobody's where a program of ours does. */
  place?: { ownerId: string | null; departmentId: string | null }
  /** Of a mail. */
  mail?: Pick<MessageInput, 'messageId' | 'inReplyTo' | 'htmlKept' | 'doubt'>
}

/**
 * Opens a ticket with what the customer wrote as its first message.
 * @throws ValueTaken
 */
export async function openTicket(
  scope: Scope,
  registry: Registry,
  opening: Opening,
  id = newId(),
): Promise<{ id: string; number: string }> {
  await Promise.all([foundStates(scope), foundCategories(scope)])
  const { subject, channel, text = '', personId = null, categoryId = null, mail } = opening
  const { user, company } = scope
  const place = opening.place ?? { ownerId: user.id, departmentId: user.departmentId }
  const [number, states, asked] = await Promise.all([
    takeNumber(scope, ticketNumbers),
    readStates(scope),
    requesterOf(scope, personId),
  ])
  const values = {
    ...{ type: null, priority: null, product: null, reference: null },
    ...opening.values,
    ...{ name: subject, channel, number },
    fromName: opening.fromName || asked?.name || '',
    fromAddress: opening.fromAddress || asked?.email || '',
  }
  const state = firstOf(states, 'new')
  const links = { personId, accountId: opening.accountId ?? asked?.accountId ?? null, categoryId }
  const openedAt = opening.sentAt ?? scope.now()
  await scope.db.insert(tickets).values({
    ...{ companyId: company.id, id, createdBy: scope.actorId, ...place, ...links },
    ...ticketColumns(scope, values),
    ...{ stateId: state.id, stateType: state.type, stateSince: sql`now()` },
    ...{ openedAt, lastCustomerAt: openedAt },
  })
  const { fromName, fromAddress } = values
  const message = { kind: 'customer', text, channel, fromName, fromAddress, ...mail } as const
  await Promise.all([
    writeEntries(scope, ticketKind.object, [{ id, before: {}, after: values }]),
    noteStates(scope, [{ ticketId: id, from: null, to: state, at: openedAt }]),
    ...(text === '' ? [] : [writeMessage(scope, id, { ...message, sentAt: openedAt })]),
    leaveTrace(scope, registry, ticketKind, id, 'created', {
      after: given({ ...values, ...links, stateId: state.id, ...place }),
    }),
    tell(registry, scope, `${ticketKind.object}.opened`, { id, channel }),
  ])
  return { id, number }
}
