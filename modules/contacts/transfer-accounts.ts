import { sql } from 'drizzle-orm'
import { within } from '../../core/access/within.ts'
import type { Scope } from '../../core/scope.ts'
import { insertMany } from '../../core/seed/insert.ts'
import type { Mode, Outcome } from '../../core/transfer/transfer.ts'
import { searchText } from '../../core/values/names.ts'
import { type AccountValues, accountFields } from './account-fields.ts'
import { accountColumns, accountFrom, type Stored, storedAccount } from './account-record.ts'
import { changedFields, sideOf } from './changes.ts'
import { accountKind } from './kinds.ts'
import { mayChange } from './rights.ts'
import { accounts } from './schema.ts'
import { Book, type Draft, rejected } from './transfer-book.ts'
import { type Entering, enter, type Owned, ownerMoved } from './transfer-entry.ts'
import { codeKey, nameKey } from './transfer-keys.ts'
import { refuseParents } from './transfer-parents.ts'
import { ownershipOf, readPlaces } from './transfer-place.ts'
import { onlyOneImport, traceMany, updateMany, type Written } from './transfer-write.ts'

/** A row of a file: the values of the cells that were filled in, and what they name. */
export type AccountRow = Partial<AccountValues> & {
  name: string
  parent?: string
  owner?: string
  department?: string
}

/** `parent` is a name to be looked up once all rows are entered, as it may be made by one of them. */
type State = Owned & { values: AccountValues; parent?: string; parentId: string | null }

const noValues = Object.fromEntries(accountFields.map(({ field }) => [field, null]))

/**
 * Writes rows of a file as accounts: found again by credit code, else by name, among the live ones
 * within reach. A cell that was left empty clears nothing.
 * @returns one outcome per row
 */
export async function writeAccounts(
  scope: Scope,
  rows: readonly AccountRow[],
  mode: Mode,
): Promise<Outcome[]> {
  await onlyOneImport(scope)
  const [places, book] = await Promise.all([readPlaces(scope), readBook(scope, rows)])
  const owners = rows.map((row) => ownershipOf(scope, places, row, accountKind.assign))
  const refused = new Map<number, string>()
  for (const [at, owner] of owners.entries()) if (typeof owner === 'string') refused.set(at, owner)
  refuseParents(scope, rows, book, mode, refused)
  const entering = enteringFor(book)
  const outcomes = rows.map((row, at): Outcome => {
    const reason = refused.get(at)
    const owner = owners[at]
    if (reason || typeof owner !== 'object') return rejected(reason ?? '')
    return enter(scope, book, entering, row, owner, mode)
  })
  for (const { now } of book.drafts)
    if (now.parent) now.parentId = book.find(nameKey(now.parent))[0]?.id ?? now.parentId
  await writeBook(scope, book)
  return outcomes
}

type StoredRow = Stored & Omit<Draft<State>, 'stored' | 'now'> & Omit<State, 'values'>

/** Reads every account that a row or a row's parent may mean. */
async function readBook(scope: Scope, rows: readonly AccountRow[]): Promise<Book<State>> {
  const codes = rows.flatMap(({ creditCode }) => creditCode ?? [])
  const names = rows.flatMap(({ name, parent }) => [name, ...(parent ? [parent] : [])])
  const found = await scope.db.execute<StoredRow>(sql`
    select accounts.id, accounts.version, ${storedAccount}, accounts.parent_id as "parentId",
      accounts.owner_id as "ownerId", accounts.department_id as "departmentId",
      ${mayChange(scope, accountKind)}
    from ${accounts} where accounts.company_id = ${scope.company.id}
      and accounts.archived_at is null and ${within(scope, accountKind.view, accounts)}
      and ${within(scope, 'contacts.accounts.import', accounts)}
      and (accounts.credit_code = any(${sql.param(codes)}::text[])
        or accounts.name_key = any(${sql.param(names.map(searchText))}::text[]))
    order by accounts.id`)
  const book = new Book<State>(({ values }) => [
    nameKey(values.name),
    ...(values.creditCode ? [codeKey(values.creditCode)] : []),
  ])
  for (const row of found) {
    const { id, version, mayEdit, mayAssign, parentId, ownerId, departmentId } = row
    const stored = { values: accountFrom(row), parentId, ownerId, departmentId }
    book.add({ id, version, mayEdit, mayAssign, stored, now: stored })
  }
  return book
}

const enteringFor = (book: Book<State>): Entering<AccountRow, State> => ({
  nameOf: ({ name }) => name,
  match,
  make: (row) => ({
    values: { ...noValues, ...valuesOf(row) } as AccountValues,
    ...(row.parent && { parent: row.parent }),
    parentId: null,
    ownerId: null,
    departmentId: null,
  }),
  merge: (state, row) => ({
    ...state,
    values: { ...state.values, ...valuesOf(row) },
    ...(row.parent && { parent: row.parent }),
  }),
  differs: (before, after) => {
    const parent = after.parent && book.find(nameKey(after.parent))[0]
    const moved = after.parent !== undefined && (!parent || parent.id !== before.parentId)
    return (
      (moved && before.parent !== after.parent) ||
      Object.keys(changedFields(accountFields, before.values, after.values)).length > 0
    )
  },
})

const valuesOf = ({ parent: _, owner: __, department: ___, ...values }: AccountRow) => values

/**
 * The account a row means: that of its credit code, else the one of its name that has no other code.
 * Listed companies go by short names that are not unique (三维股份 is two of them), so another stock
 * code means another company too.
 */
function match(
  book: Book<State>,
  { name, creditCode, stockCode }: AccountRow,
): Draft<State> | 'several' | undefined {
  const [byCode] = creditCode ? book.find(codeKey(creditCode)) : []
  if (byCode) return byCode
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

async function writeBook(scope: Scope, book: Book<State>): Promise<void> {
  const made = book.drafts.filter(({ stored }) => !stored)
  const changes = new Map(book.drafts.flatMap(changeOf).map((change) => [change.id, change]))
  const changed = book.drafts.filter(({ id }) => changes.has(id))
  await insertMany(
    scope,
    accounts,
    made.map((draft) => ({ ...columnsOf(draft), createdBy: scope.actorId })),
  )
  await updateMany(scope, accounts, changed.map(columnsOf))
  await traceMany(scope, accountKind, [
    ...made.map(({ id, now: { values, parentId, ownerId, departmentId } }) => ({
      id,
      deed: 'created' as const,
      after: { ...values, parentId, ownerId, departmentId },
      story: {},
    })),
    ...changes.values(),
  ])
}

const columnsOf = ({ id, now: { values, parentId, ownerId, departmentId } }: Draft<State>) => ({
  id,
  ...accountColumns(values),
  parentId,
  ownerId,
  departmentId,
})

function changeOf({ id, stored, now }: Draft<State>): Written[] {
  if (!stored || stored === now) return []
  const changed = changedFields(accountFields, stored.values, now.values)
  const moved = now.parentId !== stored.parentId
  const given = ownerMoved(stored, now)
  if (Object.keys(changed).length === 0 && !moved && !given) return []
  const side = (state: State, at: 0 | 1) => ({
    ...sideOf(changed, at),
    ...(moved && { parentId: state.parentId }),
    ...(given && { ownerId: state.ownerId, departmentId: state.departmentId }),
  })
  const story = { changed, moved, imported: true }
  return [{ id, deed: 'changed', before: side(stored, 0), after: side(now, 1), story }]
}
