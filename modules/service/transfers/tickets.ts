import { changedFields } from '../../../core/fields/changes.ts'
import { openChecks } from '../../../core/own-fields/checks.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { idsOf, rejected } from '../../../core/transfer/book/book.ts'
import { type Entering, enter } from '../../../core/transfer/book/entry.ts'
import { isFuture, originsAmong, withoutOrigin } from '../../../core/transfer/book/origin.ts'
import { ownershipOf, readPlaces, unownedPlace } from '../../../core/transfer/book/place.ts'
import { importAlone } from '../../../core/transfer/book/write-many.ts'
import type { Order, Outcome } from '../../../core/transfer/transfer.ts'
import { keepMade } from '../../../core/transfer/undo/keep.ts'
import { momentAt } from '../../../core/values/moment.ts'
import { createPeople, readEmployers } from '../../contacts/public.ts'
import { foundCategories, foundStates } from '../states/founding.ts'
import type { State } from '../states/state-types.ts'
import { ticketKind } from '../tickets/kind.ts'
import { type TicketValues, ticketFields, usualValues } from '../tickets/ticket-fields.ts'
import type { Kept } from '../tickets/ticket-record.ts'
import { serviceTransferText } from './messages.ts'
import { readRequesters } from './requesters.ts'
import { readTicketBook, referenceKey, writeTicketBook } from './ticket-book.ts'
import type { TicketRow } from './ticket-columns.ts'
import { isLinkedElsewhere, type TicketState } from './ticket-state.ts'
import { readCategoryWords, readStateWords } from './words.ts'

/** A row whose names are looked up. */
type Placed = Omit<TicketRow, 'firstResponseAt' | 'solvedAt'> & {
  name: string
  personId: string | null
  accountId?: string
  categoryId?: string
  standing: State
  isNamed: boolean
  answered?: Date
  done?: Date
}

const noValues: Partial<TicketValues> = Object.fromEntries(
  ticketFields.map(({ field }) => [field, null]),
)

/**
 * Writes rows of a file as tickets: found again by their outside number, else new. Dates stay as the
 * file has them, contradictions included: what came in wrong is found by a filter, not put right.
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
  const [places, accountOf, book, checks, stateOf, requesters] = await Promise.all([
    readPlaces(scope),
    readEmployers(scope, rows),
    readTicketBook(scope, rows),
    openChecks(scope, ticketKind.object, rows),
    readStateWords(scope),
    readRequesters(scope, rows),
  ])
  const categoryOf = await readCategoryWords(scope, rows)
  const unowned = unownedPlace(scope, places, order.ownerId, ticketKind.assign)
  const originOf = originsAmong(scope, places.colleagues)
  const at = (wall?: string) => (wall ? momentAt(wall, scope.company.timeZone) : undefined)
  const entering: Entering<Placed, TicketState> = {
    nameOf: ({ name }) => name,
    match: (book, { reference }) => (reference ? book.find(referenceKey(reference))[0] : undefined),
    refuse: (id, before, after) => checks.refuse(id, before?.values, after.values),
    make: (row) => merged(blank(row, originOf(row)), row),
    merge: merged,
    differs: (before, after) =>
      isLinkedElsewhere(before, after) ||
      Object.keys(changedFields(fieldsOf(scope, ticketKind), before.values, after.values)).length >
        0,
  }
  const outcomes = rows.map((row): Outcome => {
    const owner = ownershipOf(scope, places, row, ticketKind.assign)
    if (typeof owner === 'string') return rejected(owner)
    const [answered, done] = [at(row.firstResponseAt), at(row.solvedAt)]
    if (isFuture(scope, originOf(row)) || [answered, done].some((one) => one && one > scope.now()))
      return rejected(serviceTransferText(scope.locale).future)
    const account = row.account ? accountOf(row.account) : undefined
    if (account && 'reason' in account) return rejected(account.reason)
    const [state, category] = [stateOf(row), categoryOf(row)]
    if ('reason' in state) return rejected(state.reason)
    if ('reason' in category) return rejected(category.reason)
    const given = typeof unowned === 'string' ? {} : unowned
    const place = { ownerId: null, departmentId: null, ...given, ...owner }
    const { firstResponseAt: _, solvedAt: __, ...rest } = row
    const placed: Placed = {
      ...{ ...rest, name: row.name ?? '', accountId: account?.id, categoryId: category.found },
      ...{ standing: state.found.state, isNamed: state.found.isNamed, answered, done },
      personId: requesters.of(row, { ownerId: place.ownerId, departmentId: place.departmentId }),
    }
    return enter(scope, book, entering, placed, owner, order.mode, unowned)
  })
  const named = new Set(book.drafts.map(({ now }) => now.personId))
  const wanted = requesters.made.filter(({ id }) => named.has(id))
  await createPeople(scope, registry, wanted)
  await writeTicketBook(scope, registry, book, order)
  if (order.importId) await keepMade(scope, order.importId, idsOf(wanted))
  return outcomes
}

/** A ticket that nobody knew, before its row has told anything. */
const blank = ({ standing, text }: Placed, origin: TicketState['origin']): TicketState => ({
  values: { ...noValues, ...usualValues, channel: 'import', ...unnamed } as Kept,
  ...{ origin, text, ownerId: null, departmentId: null, personId: null, accountId: null },
  ...{ categoryId: null, stateId: standing.id, stateType: standing.type },
  ...{ firstResponseAt: null, solvedAt: null },
})

const unnamed = { number: '', fromName: '', fromAddress: '' }

/** A ticket with the row's filled cells; the others stay. */
function merged(state: TicketState, row: Placed): TicketState {
  const { requester, requesterEmail, personId, accountId, categoryId, standing, isNamed } = row
  const stands = isNamed || row.done || row.answered ? standing : undefined
  const values = {
    ...{ ...state.values, ...valuesOf(row) },
    fromName: requester ?? state.values.fromName,
    fromAddress: requesterEmail ?? state.values.fromAddress,
  }
  return {
    ...{ ...state, values },
    personId: personId ?? state.personId,
    accountId: accountId ?? state.accountId,
    categoryId: categoryId ?? state.categoryId,
    stateId: stands?.id ?? state.stateId,
    stateType: stands?.type ?? state.stateType,
    firstResponseAt: row.answered ?? state.firstResponseAt,
    solvedAt: row.done ?? state.solvedAt,
  }
}

/** The cells that are fields of a ticket, the company's own among them. */
function valuesOf(row: Placed): Partial<TicketValues> {
  const { personId: _, accountId: __, categoryId: ___, standing: ____, isNamed, ...cells } = row
  const { answered, done, state, category, requester, requesterEmail, account, text, ...more } =
    cells
  const { owner, department, ...values } = withoutOrigin(more)
  return values
}
