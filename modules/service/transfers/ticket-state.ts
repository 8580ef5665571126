import { type SQL, sql } from 'drizzle-orm'
import { changedFields, sideOf } from '../../../core/fields/changes.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import type { Done } from '../../../core/records/traces.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Draft, Turn } from '../../../core/transfer/book/book.ts'
import { type Owned, ownerMoved } from '../../../core/transfer/book/entry.ts'
import type { Origin } from '../../../core/transfer/book/origin.ts'
import type { StateType } from '../states/state-types.ts'
import { ticketKind } from '../tickets/kind.ts'
import { type Kept, type Stored, storedTicket, ticketFrom } from '../tickets/ticket-record.ts'

/** What stands on a ticket beside its fields, and may change by a file. */
type Beside = {
  personId: string | null
  accountId: string | null
  categoryId: string | null
  stateId: string
  firstResponseAt: Date | null
  solvedAt: Date | null
}

/** A ticket while a file is read; `text` is what the customer asked, of one that is yet to be made. */
export type TicketState = Owned &
  Beside & { origin?: Origin; text?: string; values: Kept; stateType: StateType }

export type TicketDraft = Draft<TicketState>

/** The columns of such a state, for a query. */
export const stateColumns: SQL = sql`${storedTicket}, tickets.owner_id as "ownerId",
  tickets.department_id as "departmentId", tickets.person_id as "personId",
  tickets.account_id as "accountId", tickets.category_id as "categoryId",
  tickets.state_id as "stateId", tickets.state_type as "stateType",
  tickets.first_response_at as "firstResponseAt", tickets.solved_at as "solvedAt"`

export type StoredState = Stored & Omit<TicketState, 'values' | 'origin' | 'text'>

/** The state that a row of those columns holds. */
export const stateFrom = (row: StoredState): TicketState => ({
  ...besideOf(row),
  values: ticketFrom(row),
})

export const besideOf = (state: Omit<TicketState, 'values'>) => ({
  ...{ ownerId: state.ownerId, departmentId: state.departmentId, personId: state.personId },
  ...{ accountId: state.accountId, categoryId: state.categoryId, stateId: state.stateId },
  ...{ stateType: state.stateType, firstResponseAt: state.firstResponseAt },
  solvedAt: state.solvedAt,
})

const linked: readonly (keyof Beside)[] = [
  ...(['personId', 'accountId', 'categoryId', 'stateId'] as const),
  ...(['firstResponseAt', 'solvedAt'] as const),
]

const same = (one: unknown, other: unknown): boolean =>
  (one instanceof Date ? one.getTime() : one) === (other instanceof Date ? other.getTime() : other)

/** What a ticket is linked to, and the words of who asks. */
const besideFields = (state: TicketState): Record<string, unknown> => ({
  ...Object.fromEntries(linked.map((field) => [field, state[field]])),
  ...{ fromName: state.values.fromName, fromAddress: state.values.fromAddress },
})

/** What stands beside the fields of a ticket and is not as it was. */
function movedBeside(before: TicketState, after: TicketState): string[] {
  const [old, now] = [besideFields(before), besideFields(after)]
  return Object.keys(old).filter((field) => !same(old[field], now[field]))
}

export const isLinkedElsewhere = (before: TicketState, after: TicketState): boolean =>
  movedBeside(before, after).length > 0

/** What a ticket's history says when it goes from one state to another; nothing when they are one. */
export function changeOf(scope: Scope, { id, stored, now }: Turn<TicketState>): Done[] {
  if (!stored || stored === now) return []
  const changed = changedFields(fieldsOf(scope, ticketKind), stored.values, now.values)
  const handed = ownerMoved(stored, now)
  const moved = movedBeside(stored, now)
  if (Object.keys(changed).length === 0 && !handed && moved.length === 0) return []
  const side = (state: TicketState, at: 0 | 1) => ({
    ...sideOf(changed, at),
    ...Object.fromEntries(moved.map((one) => [one, besideFields(state)[one]])),
    ...(handed && { ownerId: state.ownerId, departmentId: state.departmentId }),
  })
  const story = { changed, imported: true }
  return [
    { id, deed: 'changed', imported: true, before: side(stored, 0), after: side(now, 1), story },
  ]
}
