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
import { mailKey, nameKey, phoneKey } from '../../../core/transfer/book/keys.ts'
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
import { personKind } from '../kinds.ts'
import type { PersonValues } from '../people/person-fields.ts'
import { personColumns, personFrom, type Stored, storedPerson } from '../people/person-record.ts'
import { people } from '../schema.ts'
import { addEmployers } from './employers.ts'

/** A row of a file: the values of the cells that were filled in, and what they name. */
export type PersonRow = Partial<PersonValues> &
  OwnValues &
  OriginCells & {
    name: string
    account?: string
    role?: string
    owner?: string
    department?: string
  }

/** `employers` are accounts by id, with the role there. */
export type PersonState = Owned & {
  /** Of a record that is yet to be made. */
  origin?: Origin
  values: PersonValues & OwnValues
  employers: Record<string, string>
}

type StoredRow = Stored & Omit<Draft<PersonState>, 'stored' | 'now'> & Omit<PersonState, 'values'>

/** The keys by which a row looks for its contact. */
export const keysWanted = ({ name, email, mobile, phone }: PersonRow): string[] => [
  nameKey(name),
  ...(email ? [mailKey(email)] : []),
  ...[mobile, phone].flatMap((one) => (one?.e164 ? [phoneKey(one.e164)] : [])),
]

/** The keys by which rows find a contact. */
export const keysOf = ({ values }: PersonState): string[] => keysWanted(values)

/**
 * Reads every contact that a row may mean, and holds them as the accounts are held.
 * @param recall what the rows before left, if nothing is to be written: then nothing is held either
 */
export async function readPersonBook(
  scope: Scope,
  rows: readonly PersonRow[],
  everyName: boolean,
  recall?: Recall<PersonState>,
): Promise<Book<PersonState>> {
  const company = scope.company.id
  const emails = rows.flatMap(({ email }) => email?.toLowerCase() ?? [])
  const phones = rows.flatMap(({ mobile, phone }) => [mobile?.e164 ?? [], phone?.e164 ?? []].flat())
  const names = rows
    .filter((row) => everyName || isUnreachable(row))
    .map(({ name }) => searchText(name))
  const ids = await idsByKeys(scope, personKind, [
    { column: people.emailKey, keys: emails },
    { column: people.mobileE164, keys: phones },
    { column: people.phoneE164, keys: phones },
    { column: people.nameKey, keys: names },
  ])
  const found = await scope.db.execute<StoredRow>(sql`
    select people.id, people.version, ${storedPerson}, people.owner_id as "ownerId",
      people.department_id as "departmentId", ${mayChange(scope, personKind)},
      coalesce((select jsonb_object_agg(w.account_id, w.role) from contacts.person_accounts w
        where w.company_id = ${company} and w.person_id = people.id), '{}') as employers
    from ${people} where people.company_id = ${company} and people.id = any(${sql.param(ids)}::uuid[])
      and people.archived_at is null and ${within(scope, personKind.view, people)}
      and ${within(scope, 'contacts.people.import', people)}
    order by people.id ${recall ? sql`` : sql`for no key update of people`}`)
  const book = new Book<PersonState>(keysOf, recall)
  for (const row of found) {
    const { id, version, mayEdit, mayAssign, ownerId, departmentId, employers } = row
    const stored = { values: personFrom(row), employers, ownerId, departmentId }
    book.add(recall?.withId(id) ?? { id, version, mayEdit, mayAssign, stored, now: stored })
  }
  recall?.fill(book, rows.flatMap(keysWanted))
  return book
}

/** Somebody with neither e-mail nor a number to call. */
export const isUnreachable = ({ email, mobile, phone }: Partial<PersonValues>): boolean =>
  !email && !mobile?.e164 && !phone?.e164

/** A contact as it is kept for an undo: with the accounts it is linked to. */
const image = sql`to_jsonb(kept) || jsonb_build_object('employers', coalesce((
  select jsonb_agg(to_jsonb(w)) from contacts.person_accounts w
  where w.company_id = kept.company_id and w.person_id = kept.id), '[]'))`

/** Writes what a book holds anew or changed, with its traces. */
export async function writePersonBook(
  scope: Scope,
  registry: Registry,
  book: Book<PersonState>,
  { importId }: Order,
): Promise<void> {
  const made = book.drafts.filter(({ stored }) => !stored)
  const changes = new Map(
    book.drafts.flatMap((draft) => changeOf(scope, draft)).map((change) => [change.id, change]),
  )
  const changed = book.drafts.filter(({ id }) => changes.has(id))
  if (importId) await keepChanged(scope, importId, people, idsOf(changed), image)
  await insertMany(
    scope,
    people,
    made.map((draft) => ({ ...columnsOf(scope, draft), ...originValues(scope, draft.now.origin) })),
  )
  await updateMany(
    scope,
    people,
    changed.map((draft) => columnsOf(scope, draft)),
  )
  await addEmployers(scope, [...made, ...changed])
  await writeEntries(
    scope,
    personKind.object,
    [...made, ...changed].map(({ id, stored, now }) => ({
      id,
      before: stored?.values ?? {},
      after: now.values,
    })),
  )
  await leaveTraces(scope, registry, personKind, [
    ...made.map(({ id, now: { values, origin, employers, ownerId, departmentId } }) => ({
      id,
      deed: 'created' as const,
      imported: true as const,
      after: given({ ...values, employers, ownerId, departmentId }),
      story: { of: 'person', ...originStory(origin, scope) },
    })),
    ...changes.values(),
  ])
  if (importId) await keepMade(scope, importId, idsOf(made))
}

const columnsOf = (
  scope: Scope,
  { id, now: { values, ownerId, departmentId } }: Draft<PersonState>,
) => ({
  id,
  ...personColumns(scope, values),
  ownerId,
  departmentId,
})

/** What a record's history says when it goes from one state to another; nothing when they are one. */
export function changeOf(scope: Scope, { id, stored, now }: Turn<PersonState>): Done[] {
  if (!stored || stored === now) return []
  const changed = changedFields(fieldsOf(scope, personKind), stored.values, now.values)
  const linked = JSON.stringify(stored.employers) !== JSON.stringify(now.employers)
  const handed = ownerMoved(stored, now)
  const side = (state: PersonState, at: 0 | 1) => ({
    ...sideOf(changed, at),
    ...(linked && { employers: state.employers }),
    ...(handed && { ownerId: state.ownerId, departmentId: state.departmentId }),
  })
  const story = { changed, of: 'person', imported: true }
  return [
    { id, deed: 'changed', imported: true, before: side(stored, 0), after: side(now, 1), story },
  ]
}
