import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { newId } from '../../../core/db/id.ts'
import { changedFields, given, sideOf } from '../../../core/fields/changes.ts'
import { takeNumbers } from '../../../core/numbering/numbers.ts'
import { writeEntries } from '../../../core/own-fields/writing.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { mayChange } from '../../../core/records/rights.ts'
import { type Done, leaveTraces } from '../../../core/records/traces.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { Book, type Draft, idsOf } from '../../../core/transfer/book/book.ts'
import { type Owned, ownerMoved } from '../../../core/transfer/book/entry.ts'
import { idsByKeys } from '../../../core/transfer/book/finding.ts'
import { type Origin, originStory, originValues } from '../../../core/transfer/book/origin.ts'
import { updateMany } from '../../../core/transfer/book/write-many.ts'
import type { Order } from '../../../core/transfer/transfer.ts'
import { keepChanged, keepMade } from '../../../core/transfer/undo/keep.ts'
import { isDone, type StateType } from '../states/state-types.ts'
import { ticketKind, ticketNumbers } from '../tickets/kind.ts'
import { messages, stateChanges, tickets } from '../tickets/schema.ts'
import {
  type Kept,
  type Stored,
  storedTicket,
  ticketColumns,
  ticketFrom,
} from '../tickets/ticket-record.ts'
import type { TicketRow } from './ticket-columns.ts'

/** A ticket while a file is read; `text` is what the customer asked, of one that is yet to be made. */
export type TicketState = Owned & {
  origin?: Origin
  text?: string
  values: Kept
  personId: string | null
  accountId: string | null
  categoryId: string | null
  stateId: string
  stateType: StateType
  firstResponseAt: Date | null
  solvedAt: Date | null
}

export type TicketDraft = Draft<TicketState>

const keysOf = ({ values: { reference } }: TicketState): string[] =>
  reference ? [referenceKey(reference)] : []

export const referenceKey = (reference: string): string => `reference ${reference.trim()}`

type Row = Stored & Omit<TicketState, 'values' | 'origin'> & Omit<TicketDraft, 'stored' | 'now'>

/** Reads every ticket that a row may mean, and holds them until the import is done. */
export async function readTicketBook(
  scope: Scope,
  rows: readonly TicketRow[],
): Promise<Book<TicketState>> {
  const ids = await idsByKeys(scope, ticketKind, [
    { column: tickets.reference, keys: rows.flatMap(({ reference }) => reference?.trim() || []) },
  ])
  const found = await scope.db.execute<Row>(sql`
    select tickets.id, tickets.version, ${storedTicket}, tickets.owner_id as "ownerId",
      tickets.department_id as "departmentId", tickets.person_id as "personId",
      tickets.account_id as "accountId", tickets.category_id as "categoryId",
      tickets.state_id as "stateId", tickets.state_type as "stateType",
      tickets.first_response_at as "firstResponseAt", tickets.solved_at as "solvedAt",
      ${mayChange(scope, ticketKind)}
    from ${tickets} where tickets.company_id = ${scope.company.id}
      and tickets.id = any(${sql.param(ids)}::uuid[]) and tickets.archived_at is null
      and ${within(scope, ticketKind.view, tickets)}
      and ${within(scope, ticketKind.files.import, tickets)}
    order by tickets.id for no key update of tickets`)
  const book = new Book<TicketState>(keysOf)
  for (const row of found) {
    const { id, version, mayEdit, mayAssign } = row
    const stored = { ...besideOf(row), values: ticketFrom(row) }
    book.add({ id, version, mayEdit, mayAssign, stored, now: stored })
  }
  return book
}

/** What stands on a ticket beside its fields, and may change by a file. */
const linked = [
  ...['personId', 'accountId', 'categoryId', 'stateId'],
  ...['firstResponseAt', 'solvedAt'],
] as ('personId' | 'accountId' | 'categoryId' | 'stateId' | 'firstResponseAt' | 'solvedAt')[]

const besideOf = (state: Omit<TicketState, 'values'>) => ({
  ...{ ownerId: state.ownerId, departmentId: state.departmentId, personId: state.personId },
  ...{ accountId: state.accountId, categoryId: state.categoryId, stateId: state.stateId },
  ...{
    stateType: state.stateType,
    firstResponseAt: state.firstResponseAt,
    solvedAt: state.solvedAt,
  },
})

const same = (one: unknown, other: unknown): boolean =>
  (one instanceof Date ? one.getTime() : one) === (other instanceof Date ? other.getTime() : other)

export const isLinkedElsewhere = (before: TicketState, after: TicketState): boolean =>
  linked.some((field) => !same(before[field], after[field]))

/** Writes what a book holds anew or changed, with its conversation's beginning and its traces. */
export async function writeTicketBook(
  scope: Scope,
  registry: Registry,
  { drafts }: Book<TicketState>,
  { importId }: Order,
): Promise<void> {
  const made = drafts.filter(({ stored }) => !stored)
  const numbers = await takeNumbers(scope, ticketNumbers, made.length)
  made.forEach((draft, at) => {
    const values = { ...draft.now.values, number: numbers[at] ?? '' }
    draft.now = { ...draft.now, values }
  })
  const changes = drafts.flatMap((draft) => changeOf(scope, draft))
  const known = new Set(idsOf(changes))
  const changed = drafts.filter(({ id }) => known.has(id))
  if (importId) await keepChanged(scope, importId, tickets, idsOf(changed))
  await insertMany(
    scope,
    tickets,
    made.map((draft) => ({
      ...columnsOf(scope, draft),
      ...momentsOf(scope, draft.now),
      ...originValues(scope, draft.now.origin),
    })),
  )
  await updateMany(
    scope,
    tickets,
    changed.map((draft) => columnsOf(scope, draft)),
  )
  await writeBeginnings(scope, made)
  await writeEntries(
    scope,
    ticketKind.object,
    [...made, ...changed].map(({ id, stored, now }) => ({
      ...{ id, before: stored?.values ?? {}, after: now.values },
    })),
  )
  await leaveTraces(scope, registry, ticketKind, [
    ...made.map(({ id, now: { values, origin, text: _, ...state } }) => ({
      ...{ id, deed: 'created' as const, imported: true as const },
      after: given({ ...values, ...state }),
      story: originStory(origin, scope),
    })),
    ...changes,
  ])
  if (importId) await keepMade(scope, importId, idsOf(made))
}

const columnsOf = (scope: Scope, { id, now }: TicketDraft) => ({
  ...{ id, ...ticketColumns(scope, now.values), ...besideOf(now) },
  closedAt: now.stateType === 'closed' ? now.solvedAt : null,
})

/**
 * Since when a ticket is there and in its state. Of when it was opened nothing is made up: a file that
 * does not say so leaves the first thing that it tells, even where that contradicts the rest.
 */
function momentsOf(scope: Scope, { origin, firstResponseAt, solvedAt, stateType }: TicketState) {
  const told = [firstResponseAt, solvedAt].flatMap((at) => at?.getTime() ?? [])
  const first = told.length > 0 ? new Date(Math.min(...told)) : scope.now()
  const openedAt = origin?.createdAt ?? first
  return {
    ...{ openedAt, lastCustomerAt: openedAt, lastAnswerAt: firstResponseAt },
    stateSince: (isDone(stateType) ? solvedAt : firstResponseAt) ?? openedAt,
  }
}

/** The first state of each, and what its customer asked, where the file tells it. */
async function writeBeginnings(scope: Scope, made: readonly TicketDraft[]): Promise<void> {
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

/** What a ticket's history says when it goes from one state to another; nothing when they are one. */
function changeOf(scope: Scope, { id, stored, now }: TicketDraft): Done[] {
  if (!stored || stored === now) return []
  const changed = changedFields(fieldsOf(scope, ticketKind), stored.values, now.values)
  const handed = ownerMoved(stored, now)
  const moved = linked.filter((one) => !same(stored[one], now[one]))
  if (Object.keys(changed).length === 0 && !handed && moved.length === 0) return []
  const side = (state: TicketState, at: 0 | 1) => ({
    ...sideOf(changed, at),
    ...Object.fromEntries(moved.map((one) => [one, state[one]])),
    ...(handed && { ownerId: state.ownerId, departmentId: state.departmentId }),
  })
  const story = { changed, imported: true }
  return [
    { id, deed: 'changed', imported: true, before: side(stored, 0), after: side(now, 1), story },
  ]
}
