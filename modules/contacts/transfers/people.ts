import { changedFields } from '../../../core/fields/changes.ts'
import { type OwnChecks, openChecks } from '../../../core/own-fields/checks.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { type Book, type Draft, rejected } from '../../../core/transfer/book/book.ts'
import { type Entering, enter } from '../../../core/transfer/book/entry.ts'
import { mailKey, nameKey, phoneKey } from '../../../core/transfer/book/keys.ts'
import {
  blameFuture,
  type OriginOf,
  originsAmong,
  withoutOrigin,
} from '../../../core/transfer/book/origin.ts'
import { ownershipOf, readPlaces, unownedPlace } from '../../../core/transfer/book/place.ts'
import { Recall } from '../../../core/transfer/book/recall.ts'
import { importAlone } from '../../../core/transfer/book/write-many.ts'
import {
  goesBy,
  type Order,
  type Outcome,
  type Rehearsal,
} from '../../../core/transfer/transfer.ts'
import { personKind } from '../kinds.ts'
import { type PersonValues, personFields } from '../people/person-fields.ts'
import { refuseDays } from '../people/privacy-days.ts'
import { readEmployers } from './employers.ts'
import {
  isUnreachable,
  keysOf,
  keysWanted,
  type PersonRow,
  type PersonState,
  readPersonBook,
  writePersonBook,
} from './person-book.ts'

/** A row whose account is looked up. */
type Placed = PersonRow & { accountId?: string }

const noValues = Object.fromEntries(personFields.map(({ field }) => [field, null]))

/**
 * Writes rows of a file as contacts: found again by e-mail, else by phone, among the live ones
 * within reach. A row with neither is somebody known when name and account are the same.
 * @returns one outcome per row
 */
export async function writePeople(
  scope: Scope,
  registry: Registry,
  rows: readonly PersonRow[],
  order: Order,
): Promise<Outcome[]> {
  await importAlone(scope)
  const { book, outcomes } = await enterPeople(scope, rows, order)
  await writePersonBook(scope, registry, book, order)
  return outcomes
}

/** Says what would become of a file's rows; nothing is written and nothing held. */
export function rehearsePeople(order: Order): Rehearsal {
  const recall = new Recall(keysOf)
  return {
    expect: (row) => recall.expect(keysWanted(row as PersonRow)),
    next: async (scope, rows) => {
      const entered = await enterPeople(scope, rows as PersonRow[], order, recall)
      recall.keep(entered.book, entered.checks.taken)
      return entered.outcomes
    },
  }
}

type Entered = { book: Book<PersonState>; outcomes: Outcome[]; checks: OwnChecks }

/** Enters rows into the book of the contacts they may mean. */
async function enterPeople(
  scope: Scope,
  rows: readonly PersonRow[],
  order: Order,
  recall?: Recall<PersonState>,
): Promise<Entered> {
  const [places, employers, book, checks] = await Promise.all([
    readPlaces(scope),
    readEmployers(scope, rows),
    readPersonBook(scope, rows, byNameAlone(order), recall),
    openChecks(scope, personKind.object, rows, recall?.taken),
  ])
  const unowned = unownedPlace(scope, places, order.ownerId, personKind.assign)
  const originOf = originsAmong(scope, places.colleagues)
  const entering = enteringFor(scope, checks, order, originOf)
  const outcomes = rows.map((row): Outcome => {
    const owner = ownershipOf(scope, places, row, personKind.assign)
    if ('reason' in owner) return rejected(owner)
    const future = blameFuture(scope, originOf(row))
    if (future) return rejected(future)
    const account = row.account ? employers(row.account) : undefined
    if (account && 'reason' in account) return rejected(account)
    return enter(
      scope,
      book,
      entering,
      { ...row, accountId: account?.id },
      owner,
      order.mode,
      unowned,
    )
  })
  return { book, outcomes, checks }
}

/** Names decide alone only when a person says so; else they may be two people's. */
const byNameAlone = (order: Order): boolean => !goesBy(order, 'email') && !goesBy(order, 'phone')

/** Somebody by e-mail, else by phone, else by name and account together. */
function match(
  order: Order,
  book: Book<PersonState>,
  row: Placed,
): Draft<PersonState> | 'several' | undefined {
  const { name, email, mobile, phone, accountId } = row
  const only = (found: readonly Draft<PersonState>[]) => (found.length > 1 ? 'several' : found[0])
  const byMail = email && goesBy(order, 'email') ? book.find(mailKey(email)) : []
  if (byMail.length > 0) return only(byMail)
  const numbers = [mobile?.e164, phone?.e164].filter((e164) => e164 != null)
  const byPhone = (goesBy(order, 'phone') ? numbers : []).flatMap((e164) =>
    book.find(phoneKey(e164)),
  )
  const fitting = byPhone.filter(({ now }) => !email || !now.values.email)
  if (fitting.length > 0) return preferName([...new Set(fitting)], name)
  const alone = byNameAlone(order)
  if (!goesBy(order, 'name') || !(alone || isUnreachable(row))) return undefined
  return only(
    book
      .find(nameKey(name))
      .filter(({ now }) => alone || isUnreachable(now.values))
      .filter(({ now: { employers } }) =>
        accountId ? accountId in employers : Object.keys(employers).length === 0,
      ),
  )
}

/** People of one firm share its switchboard: of several with a number, the one of the name is meant. */
function preferName(
  found: Draft<PersonState>[],
  name: string,
): Draft<PersonState> | 'several' | undefined {
  const same = found.filter(({ now }) => nameKey(now.values.name) === nameKey(name))
  if (same.length > 0) return same.length > 1 ? 'several' : same[0]
  return found.length > 1 ? undefined : found[0]
}

const valuesOf = (row: Placed) => {
  const { account: _, accountId: __, role: ___, owner: ____, department: _____, ...rest } = row
  return withoutOrigin(rest)
}

/** A row without a role leaves the one that is noted. */
const withEmployer = (employers: PersonState['employers'], { accountId, role }: Placed) =>
  accountId ? { ...employers, [accountId]: role ?? employers[accountId] ?? '' } : employers

const enteringFor = (
  scope: Scope,
  checks: OwnChecks,
  order: Order,
  originOf: OriginOf,
): Entering<Placed, PersonState> => ({
  nameOf: ({ name }) => name,
  match: (...which) => match(order, ...which),
  refuse: (id, before, after) =>
    Object.values(refuseDays(scope, after.values, before?.values))[0] ??
    checks.refuse(id, before?.values, after.values),
  make: (row) => ({
    values: { ...noValues, ...valuesOf(row) } as PersonValues,
    employers: withEmployer({}, row),
    origin: originOf(row),
    ownerId: null,
    departmentId: null,
  }),
  merge: (state, row) => ({
    ...state,
    values: { ...state.values, ...valuesOf(row) },
    employers: withEmployer(state.employers, row),
  }),
  differs: (before, after) =>
    Object.entries(after.employers).some(([id, role]) => before.employers[id] !== role) ||
    Object.keys(changedFields(fieldsOf(scope, personKind), before.values, after.values)).length > 0,
})
