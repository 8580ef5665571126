import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { changedFields, given, sideOf } from '../../../core/fields/changes.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { writeEntries } from '../../../core/own-fields/writing.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { mayChange } from '../../../core/records/rights.ts'
import { type Done, leaveTraces } from '../../../core/records/traces.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { Book, type Draft, idsOf, type Turn } from '../../../core/transfer/book/book.ts'
import { type Owned, ownerMoved } from '../../../core/transfer/book/entry.ts'
import { idsByKeys } from '../../../core/transfer/book/finding.ts'
import { codeKey, nameKey } from '../../../core/transfer/book/keys.ts'
import {
  type Origin,
  type OriginCells,
  originStory,
  originValues,
} from '../../../core/transfer/book/origin.ts'
import type { Recall } from '../../../core/transfer/book/recall.ts'
import { updateMany } from '../../../core/transfer/book/write-many.ts'
import type { Order } from '../../../core/transfer/transfer.ts'
import { keepChanged, keepMade } from '../../../core/transfer/undo/keep.ts'
import { searchText } from '../../../core/values/names.ts'
import type { AccountValues } from '../accounts/account-fields.ts'
import {
  accountColumns,
  accountFrom,
  type Stored,
  storedAccount,
} from '../accounts/account-storage.ts'
import { accountKind } from '../kinds.ts'
import { accounts } from '../schema.ts'

/** A row of a file: the values of the cells that were filled in, and what they name. */
export type AccountRow = Partial<AccountValues> &
  OwnValues &
  OriginCells & {
    name: string
    parent?: string
    owner?: string
    department?: string
  }

/** `parent` is a name to be looked up once all rows are entered, as it may be made by one of them. */
export type AccountState = Owned & {
  /** Of a record that is yet to be made. */
  origin?: Origin
  values: AccountValues & OwnValues
  parent?: string
  parentId: string | null
}

type StoredRow = Stored & Omit<Draft<AccountState>, 'stored' | 'now'> & Omit<AccountState, 'values'>

/** The keys by which a row looks for its account and its parent. */
export const keysWanted = ({ name, creditCode, parent }: AccountRow): string[] => [
  nameKey(name),
  ...(creditCode ? [codeKey(creditCode)] : []),
  ...(parent ? [nameKey(parent)] : []),
]

/** The keys by which rows find an account. */
export const keysOf = ({ values: { name, creditCode } }: AccountState): string[] => [
  nameKey(name),
  ...(creditCode ? [codeKey(creditCode)] : []),
]

/**
 * Reads every account that a row or a row's parent may mean, and holds them: whoever saves one
 * meanwhile waits, so that the batch writes back nothing older than it found.
 * @param recall what the rows before left, if nothing is to be written: then nothing is held either
 */
export async function readAccountBook(
  scope: Scope,
  rows: readonly AccountRow[],
  recall?: Recall<AccountState>,
): Promise<Book<AccountState>> {
  const codes = rows.flatMap(({ creditCode }) => creditCode ?? [])
  const names = rows.flatMap(({ name, parent }) => [name, ...(parent ? [parent] : [])])
  const ids = await idsByKeys(scope, accountKind, [
    { column: accounts.creditCode, keys: codes },
    { column: accounts.nameKey, keys: names.map(searchText) },
  ])
  const found = await scope.db.execute<StoredRow>(sql`
    select accounts.id, accounts.version, ${storedAccount}, accounts.parent_id as "parentId",
      accounts.owner_id as "ownerId", accounts.department_id as "departmentId",
      ${mayChange(scope, accountKind)}
    from ${accounts} where accounts.company_id = ${scope.company.id}
      and accounts.id = any(${sql.param(ids)}::uuid[])
      and accounts.archived_at is null and ${within(scope, accountKind.view, accounts)}
      and ${within(scope, 'contacts.accounts.import', accounts)}
    order by accounts.id ${recall ? sql`` : sql`for no key update of accounts`}`)
  const book = new Book<AccountState>(keysOf, recall)
  for (const row of found) {
    const { id, version, mayEdit, mayAssign, parentId, ownerId, departmentId } = row
    const stored = { values: accountFrom(row), parentId, ownerId, departmentId }
    book.add(recall?.withId(id) ?? { id, version, mayEdit, mayAssign, stored, now: stored })
  }
  recall?.fill(book, rows.flatMap(keysWanted))
  return book
}

/** Writes what a book holds anew or changed, with its traces. */
export async function writeAccountBook(
  scope: Scope,
  registry: Registry,
  book: Book<AccountState>,
  { importId }: Order,
): Promise<void> {
  const made = book.drafts.filter(({ stored }) => !stored)
  const changes = new Map(
    book.drafts.flatMap((draft) => changeOf(scope, draft)).map((change) => [change.id, change]),
  )
  const changed = book.drafts.filter(({ id }) => changes.has(id))
  if (importId) await keepChanged(scope, importId, accounts, idsOf(changed))
  await insertMany(
    scope,
    accounts,
    made.map((draft) => ({ ...columnsOf(scope, draft), ...originValues(scope, draft.now.origin) })),
  )
  await updateMany(
    scope,
    accounts,
    changed.map((draft) => columnsOf(scope, draft)),
  )
  await writeEntries(
    scope,
    accountKind.object,
    [...made, ...changed].map(({ id, stored, now }) => ({
      id,
      before: stored?.values ?? {},
      after: now.values,
    })),
  )
  await leaveTraces(scope, registry, accountKind, [
    ...made.map(({ id, now: { values, origin, parentId, ownerId, departmentId } }) => ({
      id,
      deed: 'created' as const,
      imported: true as const,
      after: given({ ...values, parentId, ownerId, departmentId }),
      story: originStory(origin, scope),
    })),
    ...changes.values(),
  ])
  if (importId) await keepMade(scope, importId, idsOf(made))
}

const columnsOf = (
  scope: Scope,
  { id, now: { values, parentId, ownerId, departmentId } }: Draft<AccountState>,
) => ({
  id,
  ...accountColumns(scope, values),
  parentId,
  ownerId,
  departmentId,
})

/** What a record's history says when it goes from one state to another; nothing when they are one. */
export function changeOf(scope: Scope, { id, stored, now }: Turn<AccountState>): Done[] {
  if (!stored || stored === now) return []
  const changed = changedFields(fieldsOf(scope, accountKind), stored.values, now.values)
  const moved = now.parentId !== stored.parentId
  const handed = ownerMoved(stored, now)
  if (Object.keys(changed).length === 0 && !moved && !handed) return []
  const side = (state: AccountState, at: 0 | 1) => ({
    ...sideOf(changed, at),
    ...(moved && { parentId: state.parentId }),
    ...(handed && { ownerId: state.ownerId, departmentId: state.departmentId }),
  })
  const story = { changed, moved, imported: true }
  return [
    { id, deed: 'changed', imported: true, before: side(stored, 0), after: side(now, 1), story },
  ]
}
