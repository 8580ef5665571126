import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { given } from '../../../core/fields/changes.ts'
import { takeNumbers } from '../../../core/numbering/numbers.ts'
import { writeEntries } from '../../../core/own-fields/writing.ts'
import { mayChange } from '../../../core/records/rights.ts'
import { leaveTraces } from '../../../core/records/traces.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { Book, idsOf } from '../../../core/transfer/book/book.ts'
import { idsByKeys } from '../../../core/transfer/book/finding.ts'
import { originStory, originValues } from '../../../core/transfer/book/origin.ts'
import type { Recall } from '../../../core/transfer/book/recall.ts'
import { keysIn } from '../../../core/transfer/book/record-book.ts'
import { updateMany } from '../../../core/transfer/book/write-many.ts'
import type { Order } from '../../../core/transfer/transfer.ts'
import { keepChanged, keepMade } from '../../../core/transfer/undo/keep.ts'
import { ticketKind, ticketNumbers } from '../tickets/kind.ts'
import { tickets } from '../tickets/schema.ts'
import { type Kept, ticketColumns } from '../tickets/ticket-record.ts'
import { momentsOf, writeBeginnings } from './beginnings.ts'
import { noteMoved } from './moved.ts'
import type { TicketRow } from './ticket-columns.ts'
import { ticketKeys } from './ticket-keys.ts'
import {
  besideOf,
  changeOf,
  type StoredState,
  stateColumns,
  stateFrom,
  type TicketDraft,
  type TicketState,
} from './ticket-state.ts'

type Row = StoredState & Omit<TicketDraft, 'stored' | 'now'>

/**
 * Reads every ticket that a row may mean, and holds them until the import is done.
 * @param recall what the rows before left, if nothing is to be written: then nothing is held either
 */
export async function readTicketBook(
  scope: Scope,
  rows: readonly TicketRow[],
  recall?: Recall<TicketState>,
): Promise<Book<TicketState>> {
  const wanted = ticketKeys.map(({ column, of }) => ({
    column,
    keys: rows.flatMap((row) => of(row as Partial<Kept>) || []),
  }))
  const ids = await idsByKeys(scope, ticketKind, wanted)
  const found = await scope.db.execute<Row>(sql`
    select tickets.id, tickets.version, ${stateColumns}, ${mayChange(scope, ticketKind)}
    from ${tickets} where tickets.company_id = ${scope.company.id}
      and tickets.id = any(${sql.param(ids)}::uuid[]) and tickets.archived_at is null
      and ${within(scope, ticketKind.view, tickets)}
      and ${within(scope, ticketKind.files.import, tickets)}
    order by tickets.id ${recall ? sql`` : sql`for no key update of tickets`}`)
  const book = new Book<TicketState>(({ values }) => keysIn(ticketKeys, values), recall)
  for (const row of found) {
    const { id, version, mayEdit, mayAssign } = row
    const stored = stateFrom(row)
    book.add(recall?.withId(id) ?? { id, version, mayEdit, mayAssign, stored, now: stored })
  }
  recall?.fill(
    book,
    rows.flatMap((row) => keysIn(ticketKeys, row as Partial<Kept>)),
  )
  return book
}

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
  await Promise.all([writeBeginnings(scope, made), noteMoved(scope, idsOf(changed))])
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
