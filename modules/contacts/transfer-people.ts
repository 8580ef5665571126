import { sql } from 'drizzle-orm'
import { within } from '../../core/access/within.ts'
import type { Scope } from '../../core/scope.ts'
import { insertMany } from '../../core/seed/insert.ts'
import type { Mode, Outcome } from '../../core/transfer/transfer.ts'
import { searchText } from '../../core/values/names.ts'
import { changedFields, sideOf } from './changes.ts'
import { personKind } from './kinds.ts'
import { type PersonValues, personFields } from './person-fields.ts'
import { personColumns, personFrom, type Stored, storedPerson } from './person-record.ts'
import { mayChange } from './rights.ts'
import { people } from './schema.ts'
import { Book, type Draft, rejected } from './transfer-book.ts'
import { addEmployers, readEmployers } from './transfer-employers.ts'
import { type Entering, enter, type Owned, ownerMoved } from './transfer-entry.ts'
import { mailKey, nameKey, phoneKey } from './transfer-keys.ts'
import { ownershipOf, readPlaces } from './transfer-place.ts'
import { onlyOneImport, traceMany, updateMany, type Written } from './transfer-write.ts'

/** A row of a file: the values of the cells that were filled in, and what they name. */
export type PersonRow = Partial<PersonValues> & {
  name: string
  account?: string
  role?: string
  owner?: string
  department?: string
}

/** A row whose account is looked up. */
type Placed = PersonRow & { accountId?: string }

/** `employers` are accounts by id, with the role there. */
type State = Owned & { values: PersonValues; employers: Record<string, string> }

const noValues = Object.fromEntries(personFields.map(({ field }) => [field, null]))

/**
 * Writes rows of a file as contacts: found again by e-mail, else by phone, among the live ones
 * within reach. A row with neither is somebody known when name and account are the same.
 * @returns one outcome per row
 */
export async function writePeople(
  scope: Scope,
  rows: readonly PersonRow[],
  mode: Mode,
): Promise<Outcome[]> {
  await onlyOneImport(scope)
  const [places, employers, book] = await Promise.all([
    readPlaces(scope),
    readEmployers(scope, rows),
    readBook(scope, rows),
  ])
  const outcomes = rows.map((row): Outcome => {
    const owner = ownershipOf(scope, places, row, personKind.assign)
    if (typeof owner === 'string') return rejected(owner)
    const account = row.account ? employers(row.account) : undefined
    if (account && 'reason' in account) return rejected(account.reason)
    return enter(scope, book, entering, { ...row, accountId: account?.id }, owner, mode)
  })
  await writeBook(scope, book)
  return outcomes
}

type StoredRow = Stored & Omit<Draft<State>, 'stored' | 'now'> & Omit<State, 'values'>

/** Reads every contact that a row may mean. */
async function readBook(scope: Scope, rows: readonly PersonRow[]): Promise<Book<State>> {
  const company = scope.company.id
  const emails = rows.flatMap(({ email }) => email?.toLowerCase() ?? [])
  const phones = rows.flatMap(({ mobile, phone }) => [mobile?.e164 ?? [], phone?.e164 ?? []].flat())
  const names = rows.filter(isUnreachable).map(({ name }) => searchText(name))
  const found = await scope.db.execute<StoredRow>(sql`
    select people.id, people.version, ${storedPerson}, people.owner_id as "ownerId",
      people.department_id as "departmentId", ${mayChange(scope, personKind)},
      coalesce((select jsonb_object_agg(w.account_id, w.role) from contacts.person_accounts w
        where w.company_id = ${company} and w.person_id = people.id), '{}') as employers
    from ${people} where people.company_id = ${company} and people.archived_at is null
      and ${within(scope, personKind.view, people)}
      and ${within(scope, 'contacts.people.import', people)}
      and (people.email_key = any(${sql.param(emails)}::text[])
        or people.mobile_e164 = any(${sql.param(phones)}::text[])
        or people.phone_e164 = any(${sql.param(phones)}::text[])
        or people.name_key = any(${sql.param(names)}::text[]))
    order by people.id`)
  const book = new Book<State>(({ values }) => keysOf(values))
  for (const row of found) {
    const { id, version, mayEdit, mayAssign, ownerId, departmentId, employers } = row
    const stored = { values: personFrom(row), employers, ownerId, departmentId }
    book.add({ id, version, mayEdit, mayAssign, stored, now: stored })
  }
  return book
}

const isUnreachable = ({ email, mobile, phone }: Partial<PersonValues>): boolean =>
  !email && !mobile?.e164 && !phone?.e164

const keysOf = ({ name, email, mobile, phone }: PersonValues): string[] => [
  nameKey(name),
  ...(email ? [mailKey(email)] : []),
  ...[mobile, phone].flatMap((one) => (one?.e164 ? [phoneKey(one.e164)] : [])),
]

/** Somebody by e-mail, else by phone, else by name and account together. */
function match(book: Book<State>, row: Placed): Draft<State> | 'several' | undefined {
  const { name, email, mobile, phone, accountId } = row
  const only = (found: readonly Draft<State>[]) => (found.length > 1 ? 'several' : found[0])
  const byMail = email ? book.find(mailKey(email)) : []
  if (byMail.length > 0) return only(byMail)
  const numbers = [mobile?.e164, phone?.e164].filter((e164) => e164 != null)
  const byPhone = numbers.flatMap((e164) => book.find(phoneKey(e164)))
  const fitting = byPhone.filter(({ now }) => !email || !now.values.email)
  if (fitting.length > 0) return preferName([...new Set(fitting)], name)
  if (!isUnreachable(row)) return undefined
  return only(
    book
      .find(nameKey(name))
      .filter(({ now }) => isUnreachable(now.values))
      .filter(({ now: { employers } }) =>
        accountId ? accountId in employers : Object.keys(employers).length === 0,
      ),
  )
}

/** People of one firm share its switchboard: of several with a number, the one of the name is meant. */
function preferName(found: Draft<State>[], name: string): Draft<State> | 'several' | undefined {
  const same = found.filter(({ now }) => nameKey(now.values.name) === nameKey(name))
  if (same.length > 0) return same.length > 1 ? 'several' : same[0]
  return found.length > 1 ? undefined : found[0]
}

const valuesOf = (row: Placed) => {
  const { account: _, accountId: __, role: ___, owner: ____, department: _____, ...values } = row
  return values
}

/** A row without a role leaves the one that is noted. */
const withEmployer = (employers: State['employers'], { accountId, role }: Placed) =>
  accountId ? { ...employers, [accountId]: role ?? employers[accountId] ?? '' } : employers

const entering: Entering<Placed, State> = {
  nameOf: ({ name }) => name,
  match,
  make: (row) => ({
    values: { ...noValues, ...valuesOf(row) } as PersonValues,
    employers: withEmployer({}, row),
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
    Object.keys(changedFields(personFields, before.values, after.values)).length > 0,
}

async function writeBook(scope: Scope, book: Book<State>): Promise<void> {
  const made = book.drafts.filter(({ stored }) => !stored)
  const changes = new Map(book.drafts.flatMap(changeOf).map((change) => [change.id, change]))
  const changed = book.drafts.filter(({ id }) => changes.has(id))
  await insertMany(
    scope,
    people,
    made.map((draft) => ({ ...columnsOf(draft), createdBy: scope.actorId })),
  )
  await updateMany(scope, people, changed.map(columnsOf))
  await addEmployers(scope, [...made, ...changed])
  await traceMany(scope, personKind, [
    ...made.map(({ id, now: { values, employers, ownerId, departmentId } }) => ({
      id,
      deed: 'created' as const,
      after: { ...values, employers, ownerId, departmentId },
      story: { of: 'person' },
    })),
    ...changes.values(),
  ])
}

const columnsOf = ({ id, now: { values, ownerId, departmentId } }: Draft<State>) => ({
  id,
  ...personColumns(values),
  ownerId,
  departmentId,
})

function changeOf({ id, stored, now }: Draft<State>): Written[] {
  if (!stored || stored === now) return []
  const changed = changedFields(personFields, stored.values, now.values)
  const linked = JSON.stringify(stored.employers) !== JSON.stringify(now.employers)
  const given = ownerMoved(stored, now)
  const side = (state: State, at: 0 | 1) => ({
    ...sideOf(changed, at),
    ...(linked && { employers: state.employers }),
    ...(given && { ownerId: state.ownerId, departmentId: state.departmentId }),
  })
  const story = { changed, of: 'person', imported: true }
  return [{ id, deed: 'changed', before: side(stored, 0), after: side(now, 1), story }]
}
