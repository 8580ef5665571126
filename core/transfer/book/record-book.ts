import { sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { within } from '../../access/within.ts'
import { changedFields, given, sideOf } from '../../fields/changes.ts'
import type { OwnValues } from '../../own-fields/own-field.ts'
import { writeEntries } from '../../own-fields/writing.ts'
import { fieldsOf } from '../../records/kind.ts'
import { mayChange } from '../../records/rights.ts'
import type { Storage } from '../../records/storage.ts'
import { type Done, leaveTraces } from '../../records/traces.ts'
import type { Registry } from '../../registry.ts'
import type { Scope } from '../../scope.ts'
import { insertMany } from '../../seed/insert.ts'
import { goesBy, type Order } from '../transfer.ts'
import { keepChanged, keepMade } from '../undo/keep.ts'
import { Book, type Draft, idsOf, type Turn } from './book.ts'
import { type Owned, ownerMoved } from './entry.ts'
import { idsByKeys } from './finding.ts'
import { type Origin, originStory, originValues } from './origin.ts'
import type { Recall } from './recall.ts'
import { updateMany } from './write-many.ts'

/** A record as rows of a file leave it; `origin` is of one that is yet to be made. */
export type RecordState<Values> = Owned & { origin?: Origin; values: Values }

/** What records are recognised by: a column, and what a row or a record has there. */
export type RecordKey<Values> = {
  key: string
  column: PgColumn
  of: (values: Partial<Values>) => string | null | undefined
}

/** The keys of a row or a record, as a book enters them. */
export const keysIn = <Values>(
  keys: readonly RecordKey<Values>[],
  values: Partial<Values>,
): string[] =>
  keys.flatMap(({ key, of }) => {
    const value = of(values)
    return value ? `${key} ${value}` : []
  })

/** The record that a row means by the surest of its keys. */
export function recordMeant<Values, State extends { values: Values }>(
  order: Pick<Order, 'keys'>,
  findBy: readonly RecordKey<Values>[],
  book: Book<State>,
  row: Partial<Values>,
): Draft<State> | 'several' | undefined {
  for (const one of findBy.filter(({ key }) => goesBy(order, key))) {
    const [key] = keysIn([one], row)
    const [first, second] = key ? book.find(key) : []
    if (second) return 'several'
    if (first) return first
  }
  return undefined
}

/**
 * Reads every live record within reach that a row may mean, and holds them: whoever saves one
 * meanwhile waits, so that the batch writes back nothing older than it found.
 * @param recall what the rows before left, if nothing is to be written: then nothing is held either
 */
export async function readRecordBook<Values extends OwnValues, Stored>(
  scope: Scope,
  { kind, stored, valuesFrom }: Storage<Values, Stored>,
  keys: readonly RecordKey<Values>[],
  rows: readonly Partial<Values>[],
  recall?: Recall<RecordState<Values>>,
): Promise<Book<RecordState<Values>>> {
  const { table, view, files } = kind
  const wanted = keys.map(({ column, of }) => ({
    column,
    keys: rows.flatMap((row) => of(row) ?? []),
  }))
  const ids = await idsByKeys(scope, kind, wanted)
  type Row = Omit<Draft<unknown>, 'stored' | 'now'> & Owned
  const found = await scope.db.execute<Row>(sql`
    select ${table.id} as id, ${table.version} as version, ${stored},
      ${table.ownerId} as "ownerId", ${table.departmentId} as "departmentId",
      ${mayChange(scope, kind)}
    from ${table} where ${table.companyId} = ${scope.company.id}
      and ${table.id} = any(${sql.param(ids)}::uuid[])
      and ${table.archivedAt} is null and ${within(scope, view, table)}
      and ${within(scope, files?.import ?? view, table)}
    order by ${table.id} ${recall ? sql`` : sql`for no key update of ${sql.identifier(kind.list)}`}`)
  const book = new Book<RecordState<Values>>(({ values }) => keysIn(keys, values), recall)
  for (const row of found) {
    const { id, version, mayEdit, mayAssign, ownerId, departmentId } = row
    const state = { values: valuesFrom(row as unknown as Stored), ownerId, departmentId }
    book.add(recall?.withId(id) ?? { id, version, mayEdit, mayAssign, stored: state, now: state })
  }
  recall?.fill(
    book,
    rows.flatMap((row) => keysIn(keys, row)),
  )
  return book
}

/** Writes what a book holds anew or changed, with its traces. */
export async function writeRecordBook<Values extends OwnValues, Stored>(
  scope: Scope,
  registry: Registry,
  storage: Storage<Values, Stored>,
  { drafts }: Book<RecordState<Values>>,
  { importId }: Order,
): Promise<void> {
  const { kind, columnsOf } = storage
  const columns = ({ id, now: { values, ownerId, departmentId } }: Draft<RecordState<Values>>) => ({
    ...{ id, ...columnsOf(scope, values), ownerId, departmentId },
  })
  const made = drafts.filter(({ stored }) => !stored)
  const changes = drafts.flatMap((draft) => changeOf(scope, storage, draft))
  const known = new Set(idsOf(changes))
  const changed = drafts.filter(({ id }) => known.has(id))
  if (importId) await keepChanged(scope, importId, kind.table, idsOf(changed))
  await insertMany(
    scope,
    kind.table,
    made.map((draft) => ({ ...columns(draft), ...originValues(scope, draft.now.origin) })),
  )
  await updateMany(scope, kind.table, changed.map(columns))
  await writeEntries(
    scope,
    kind.object,
    [...made, ...changed].map(({ id, stored, now }) => ({
      ...{ id, before: stored?.values ?? {}, after: now.values },
    })),
  )
  await leaveTraces(scope, registry, kind, [
    ...made.map(({ id, now: { values, origin, ownerId, departmentId } }) => ({
      ...{ id, deed: 'created' as const, imported: true as const },
      after: given({ ...values, ownerId, departmentId }),
      story: { ...kind.story, ...originStory(origin, scope) },
    })),
    ...changes,
  ])
  if (importId) await keepMade(scope, importId, idsOf(made))
}

/** What a record's history says when it goes from one state to another; nothing when they are one. */
export function changeOf<Values extends OwnValues, Stored>(
  scope: Scope,
  { kind, linked = [] }: Storage<Values, Stored>,
  { id, stored, now }: Turn<RecordState<Values>>,
): Done[] {
  if (!stored || stored === now) return []
  const changed = changedFields(fieldsOf(scope, kind), stored.values, now.values)
  const moved = linked.filter((name) => stored.values[name] !== now.values[name])
  const handed = ownerMoved(stored, now)
  if (Object.keys(changed).length === 0 && moved.length === 0 && !handed) return []
  const side = ({ values, ownerId, departmentId }: RecordState<Values>, at: 0 | 1) => ({
    ...sideOf(changed, at),
    ...Object.fromEntries(moved.map((name) => [name, values[name]])),
    ...(handed && { ownerId, departmentId }),
  })
  const story = { changed, ...kind.story, imported: true }
  return [
    { id, deed: 'changed', imported: true, before: side(stored, 0), after: side(now, 1), story },
  ]
}
