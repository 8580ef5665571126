import { changedFields } from '../../../core/fields/changes.ts'
import { openChecks } from '../../../core/own-fields/checks.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { idsOf, rejected } from '../../../core/transfer/book/book.ts'
import { type Entering, enter } from '../../../core/transfer/book/entry.ts'
import { blameFuture, originsAmong } from '../../../core/transfer/book/origin.ts'
import { ownershipOf, readPlaces, unownedPlace } from '../../../core/transfer/book/place.ts'
import { Recall } from '../../../core/transfer/book/recall.ts'
import { keysIn, recordMeant } from '../../../core/transfer/book/record-book.ts'
import { importAlone } from '../../../core/transfer/book/write-many.ts'
import type { Order, Outcome, Rehearsal } from '../../../core/transfer/transfer.ts'
import { keepMade } from '../../../core/transfer/undo/keep.ts'
import { momentAt } from '../../../core/values/moment.ts'
import { createPeople, readEmployers } from '../../contacts/public.ts'
import { foundCategories, foundStates } from '../states/founding.ts'
import { ticketKind } from '../tickets/kind.ts'
import type { Kept } from '../tickets/ticket-record.ts'
import { serviceTransferText } from './messages.ts'
import { made, merged, type Placed } from './placed-row.ts'
import { Newcomers, readRequesters } from './requesters.ts'
import { readTicketBook, writeTicketBook } from './ticket-book.ts'
import type { TicketRow } from './ticket-columns.ts'
import { ticketKeys } from './ticket-keys.ts'
import { isLinkedElsewhere, type TicketState } from './ticket-state.ts'
import { readCategoryWords, readStateWords } from './words.ts'

/**
 * Writes rows of a file as tickets: found again by their number, or the outside one, else new. Dates
 * stay as the file has them, contradictions included: what came in wrong is found by a filter, not put
 * right.
 * @returns one outcome per row
 */
export async function writeTickets(
  scope: Scope,
  registry: Registry,
  rows: readonly TicketRow[],
  order: Order,
): Promise<Outcome[]> {
  await importAlone(scope)
  await Promise.all([foundStates(scope), foundCategories(scope)])
  const { book, outcomes, wanted } = await enterTickets(scope, rows, order)
  await createPeople(scope, registry, wanted)
  await writeTicketBook(scope, registry, book, order)
  if (order.importId) await keepMade(scope, order.importId, idsOf(wanted))
  return outcomes
}

/** Says what would become of a file's rows; nothing is written and nothing held. */
export function rehearseTickets(order: Order): Rehearsal {
  const recall = new Recall<TicketState>(({ values }) => keysIn(ticketKeys, values))
  const newcomers = new Newcomers()
  return {
    expect: (row) => recall.expect(keysIn(ticketKeys, row as Partial<Kept>)),
    next: async (scope, rows) => {
      const entered = await enterTickets(scope, rows as TicketRow[], order, { recall, newcomers })
      newcomers.keep(entered.wanted)
      recall.keep(entered.book, entered.checks.taken)
      return entered.outcomes
    },
  }
}

/** Enters rows into the book of the tickets they may mean. */
async function enterTickets(
  scope: Scope,
  rows: readonly TicketRow[],
  order: Order,
  { recall, newcomers }: { recall?: Recall<TicketState>; newcomers?: Newcomers } = {},
) {
  const [places, accountOf, book, checks, stateWords, requesters] = await Promise.all([
    readPlaces(scope),
    readEmployers(scope, rows),
    readTicketBook(scope, rows, recall),
    openChecks(scope, ticketKind.object, rows, recall?.taken),
    readStateWords(scope),
    readRequesters(scope, rows, newcomers),
  ])
  const categoryOf = await readCategoryWords(scope, rows, recall ? 'look' : 'add')
  const unowned = unownedPlace(scope, places, order.ownerId, ticketKind.assign)
  const originOf = originsAmong(scope, places.colleagues)
  const at = (wall?: string) => (wall ? momentAt(wall, scope.company.timeZone) : undefined)
  const entering: Entering<Placed, TicketState> = {
    nameOf: ({ name }) => name,
    match: (book, row) => recordMeant(order, ticketKeys, book, row as Partial<Kept>),
    refuse: (id, before, after) =>
      stateWords.refuse(before?.stateId, after.stateId) ??
      checks.refuse(id, before?.values, after.values),
    make: (row) => made(row, originOf(row)),
    merge: merged,
    differs: (before, after) =>
      isLinkedElsewhere(before, after) ||
      Object.keys(changedFields(fieldsOf(scope, ticketKind), before.values, after.values)).length >
        0,
  }
  const outcomes = rows.map((row): Outcome => {
    const owner = ownershipOf(scope, places, row, ticketKind.assign)
    if ('reason' in owner) return rejected(owner)
    const [answered, done] = [at(row.firstResponseAt), at(row.solvedAt)]
    const isLater = (one?: Date) => one !== undefined && one > scope.now()
    const later =
      blameFuture(scope, originOf(row))?.field ??
      (isLater(answered) ? 'firstResponseAt' : isLater(done) ? 'solvedAt' : undefined)
    if (later) return rejected(serviceTransferText(scope.locale).future, later)
    const account = row.account ? accountOf(row.account) : undefined
    if (account && 'reason' in account) return rejected(account)
    const [state, category] = [stateWords.of(row), categoryOf(row)]
    if ('reason' in state) return rejected(state.reason, 'state')
    if ('reason' in category) return rejected(category.reason, 'category')
    const given = typeof unowned === 'string' ? {} : unowned
    const place = { ownerId: null, departmentId: null, ...given, ...owner }
    const { firstResponseAt: _, solvedAt: __, ...rest } = row
    const placed: Placed = {
      ...{ ...rest, name: row.name ?? '', accountId: account?.id, categoryId: category.found },
      ...{ standing: state.found, answered, done },
      personId: requesters.of(row, { ownerId: place.ownerId, departmentId: place.departmentId }),
    }
    return enter(scope, book, entering, placed, owner, order.mode, unowned)
  })
  // Whom only refused rows named is not made.
  const named = new Set(book.drafts.map(({ now }) => now.personId))
  const wanted = requesters.made.filter(({ id }) => named.has(id))
  return { book, outcomes, wanted, checks }
}
