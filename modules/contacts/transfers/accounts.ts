import { changedFields } from '../../../core/fields/changes.ts'
import { type OwnChecks, openChecks } from '../../../core/own-fields/checks.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { type Book, type Draft, rejected } from '../../../core/transfer/book/book.ts'
import { type Entering, enter } from '../../../core/transfer/book/entry.ts'
import { codeKey, nameKey } from '../../../core/transfer/book/keys.ts'
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
  type Blame,
  goesBy,
  type Order,
  type Outcome,
  type Rehearsal,
} from '../../../core/transfer/transfer.ts'
import { type AccountValues, accountFields } from '../accounts/account-fields.ts'
import { holdHierarchy } from '../accounts/hierarchy.ts'
import { accountKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'
import {
  type AccountRow,
  type AccountState,
  keysOf,
  keysWanted,
  readAccountBook,
  writeAccountBook,
} from './account-book.ts'
import { openCircles, parentNamed } from './circles.ts'
import { refuseParents } from './parents.ts'

const noValues = Object.fromEntries(accountFields.map(({ field }) => [field, null]))

/**
 * Writes rows of a file as accounts: found again by credit code, else by name, among the live ones
 * within reach. A cell that was left empty clears nothing.
 * @returns one outcome per row
 */
export async function writeAccounts(
  scope: Scope,
  registry: Registry,
  rows: readonly AccountRow[],
  order: Order,
): Promise<Outcome[]> {
  await importAlone(scope)
  if (rows.some(({ parent }) => parent)) await holdHierarchy(scope)
  const { book, outcomes } = await enterAccounts(scope, rows, order)
  await writeAccountBook(scope, registry, book, order)
  return outcomes
}

/** Says what would become of a file's rows; nothing is written and nothing held. */
export function rehearseAccounts(order: Order): Rehearsal {
  const recall = new Recall(keysOf)
  return {
    expect: (row) => recall.expect(keysWanted(row as AccountRow)),
    next: async (scope, rows) => {
      const entered = await enterAccounts(scope, rows as AccountRow[], order, recall)
      recall.keep(entered.book, entered.checks.taken)
      return entered.outcomes
    },
  }
}

type Entered = { book: Book<AccountState>; outcomes: Outcome[]; checks: OwnChecks }

/** Enters rows into the book of the accounts they may mean. */
async function enterAccounts(
  scope: Scope,
  rows: readonly AccountRow[],
  order: Order,
  recall?: Recall<AccountState>,
): Promise<Entered> {
  const places = await readPlaces(scope)
  const owners = rows.map((row) => ownershipOf(scope, places, row, accountKind.assign))
  const refused = new Map<number, Blame>()
  for (const [at, owner] of owners.entries()) if ('reason' in owner) refused.set(at, owner)
  const originOf = originsAmong(scope, places.colleagues)
  for (const [at, row] of rows.entries()) {
    const future = blameFuture(scope, originOf(row))
    if (future) refused.set(at, future)
  }
  const unowned = unownedPlace(scope, places, order.ownerId, accountKind.assign)
  for (;;) {
    const book = await readAccountBook(scope, rows, recall)
    refuseParents(scope, rows, book, order.mode, refused)
    const checks = await openChecks(scope, accountKind.object, rows, recall?.taken)
    const entering = await enteringFor(scope, rows, book, order, originOf, checks)
    const outcomes = rows.map((row, at): Outcome => {
      const [blame, owner] = [refused.get(at), owners[at]]
      if (blame || !owner || 'reason' in owner) return rejected(blame ?? '')
      return enter(scope, book, entering, row, owner, order.mode, unowned)
    })
    const lost = findParents(book)
    if (lost.size === 0) return { book, outcomes, checks }
    // A row that was to make a parent is refused itself: all is entered anew, without its children.
    const t = contactsText(scope.locale).transfer
    for (const [at, { parent = '' }] of rows.entries()) {
      const outcome = outcomes[at]
      if (outcome?.kind === 'rejected') refused.set(at, outcome)
      else if (lost.has(nameKey(parent)))
        refused.set(at, { reason: t.unknownAccount(parent), field: 'parent' })
    }
  }
}

/** Gives the parents made by rows further down their ids. @returns the keys of those nobody made */
function findParents(book: Book<AccountState>): Set<string> {
  const lost = new Set<string>()
  for (const draft of book.drafts) {
    const { parent } = draft.now
    if (!parent) continue
    const made = parentNamed(book, parent, draft.now)
    if (made) draft.now = { ...draft.now, parentId: made.id, parent: undefined }
    else lost.add(nameKey(parent))
  }
  return lost
}

async function enteringFor(
  scope: Scope,
  rows: readonly AccountRow[],
  book: Book<AccountState>,
  order: Order,
  originOf: OriginOf,
  checks: OwnChecks,
): Promise<Entering<AccountRow, AccountState>> {
  const isCircle = rows.some(({ parent }) => parent) ? await openCircles(scope, book) : undefined
  const t = contactsText(scope.locale).transfer
  return {
    nameOf: ({ name }) => name,
    match: (...which) => match(order, ...which),
    refuse: (id, before, after) =>
      isCircle?.(id, after)
        ? { reason: t.parentBelow(after.values.name), field: 'parent' }
        : checks.refuse(id, before?.values, after.values),
    make: (row) => {
      const values = { ...noValues, ...valuesOf(row) } as AccountValues
      const origin = originOf(row)
      const state = { values, origin, parentId: null, ownerId: null, departmentId: null }
      return withParent(book, state, row)
    },
    merge: (state, row) => ({
      ...withParent(book, state, row),
      values: { ...state.values, ...valuesOf(row) },
    }),
    differs: (before, after) =>
      before.parent !== after.parent ||
      before.parentId !== after.parentId ||
      Object.keys(changedFields(fieldsOf(scope, accountKind), before.values, after.values)).length >
        0,
  }
}

/** The state with the row's parent: its id, or its name while it is yet to be made. */
function withParent(
  book: Book<AccountState>,
  state: AccountState,
  { parent }: AccountRow,
): AccountState {
  if (!parent) return state
  const known = parentNamed(book, parent, state)
  return known ? { ...state, parentId: known.id, parent: undefined } : { ...state, parent }
}

const valuesOf = ({ parent: _, owner: __, department: ___, ...row }: AccountRow) =>
  withoutOrigin(row)

/**
 * The account a row means: that of its credit code, else the one of its name that has no other code.
 * Listed companies go by short names that are not unique (三维股份 is two of them), so another stock
 * code means another company too.
 */
function match(
  order: Order,
  book: Book<AccountState>,
  { name, creditCode, stockCode }: AccountRow,
): Draft<AccountState> | 'several' | undefined {
  const [byCode] = creditCode && goesBy(order, 'creditCode') ? book.find(codeKey(creditCode)) : []
  if (byCode || !goesBy(order, 'name')) return byCode
  const byName = book
    .find(nameKey(name))
    .filter(({ now }) => nameKey(now.values.name) === nameKey(name))
    .filter(({ now }) => !differ(creditCode, now.values.creditCode))
    .filter(({ now }) => !differ(stockCode, now.values.stockCode))
  const listed = byName.filter(({ now }) => stockCode && now.values.stockCode === stockCode)
  const found = listed.length > 0 ? listed : byName
  return found.length > 1 ? 'several' : found[0]
}

const differ = (one?: string | null, other?: string | null): boolean =>
  Boolean(one && other) && one !== other
