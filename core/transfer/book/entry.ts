import { newId } from '../../db/id.ts'
import type { Scope } from '../../scope.ts'
import type { Blame, Mode, Outcome } from '../transfer.ts'
import { type Book, type Draft, rejected } from './book.ts'
import { bookText } from './messages.ts'
import type { Ownership } from './place.ts'

export type Owned = { ownerId: string | null; departmentId: string | null }

/** How rows of one kind become records; `Row` is a row whose owner and relations are looked up. */
export type Entering<Row, State extends Owned> = {
  /** What people call the row. */
  nameOf: (row: Row) => string
  /** The record a row means, or that several fit. */
  match: (book: Book<State>, row: Row) => Draft<State> | 'several' | undefined
  make: (row: Row) => State
  /** A record with the row's filled cells; the others stay. */
  merge: (state: State, row: Row) => State
  /** Why a record may not become this, if so; `before` is undefined for a new one. */
  refuse: (id: string, before: State | undefined, after: State) => Blame | string | undefined
  /** Whether anything but the owner differs. */
  differs: (before: State, after: State) => boolean
}

/**
 * Enters one row into the book: a new record, a changed one, or nothing new.
 * @param unowned who gets a new record that names nobody, or the sentence why they may not
 */
export function enter<Row, State extends Owned>(
  scope: Scope,
  book: Book<State>,
  { nameOf, match, make, merge, refuse, differs }: Entering<Row, State>,
  row: Row,
  place: Ownership,
  mode: Mode,
  unowned: Ownership | string = {},
): Outcome {
  const t = bookText(scope.locale)
  const draft = match(book, row)
  if (draft === 'several')
    return mode === 'create' ? { kind: 'skipped' } : rejected(t.severalMatches(nameOf(row)))
  if (!draft) {
    if (mode === 'update') return rejected(t.nothingToUpdate(nameOf(row)))
    const id = newId()
    const given = place.ownerId ? {} : unowned
    if (typeof given === 'string') return rejected(given)
    const now = { ...make(row), ...given, ...place }
    const reason = refuse(id, undefined, now)
    if (reason) return rejected(reason)
    const rights = { version: 0, mayEdit: true, mayAssign: true }
    book.add({ id, stored: undefined, ...rights, now })
    return { kind: 'created' }
  }
  if (mode === 'create') return { kind: 'skipped' }
  const merged = merge(draft.now, row)
  const next = { ...merged, ...newPlace(draft.now, place) }
  const moved = ownerMoved(draft.now, next)
  const changed = differs(draft.now, merged)
  if (!moved && !changed) return { kind: 'skipped' }
  if (changed && !draft.mayEdit) return rejected(t.mayNotEdit)
  if (moved && !draft.mayAssign) return rejected(t.mayNotAssign, 'owner')
  const reason = refuse(draft.id, draft.now, next)
  if (reason) return rejected(reason)
  draft.now = next
  book.index(draft)
  return { kind: 'updated' }
}

/** A row that names the owner a record has already leaves its department as it is. */
const newPlace = (before: Owned, place: Ownership): Ownership =>
  place.ownerId !== undefined && place.ownerId === before.ownerId && !place.departmentNamed
    ? {}
    : { ...place }

export const ownerMoved = (before: Owned, after: Owned): boolean =>
  before.ownerId !== after.ownerId || before.departmentId !== after.departmentId
