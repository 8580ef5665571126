import { sql } from 'drizzle-orm'
import { changedFields } from '../fields/changes.ts'
import type { Errors } from '../http/form.ts'
import type { Scope } from '../scope.ts'
import { type Entry, entriesOf } from './entry.ts'
import { ownText } from './messages.ts'
import { uniqueKeyOf } from './unique.ts'

/** A record that is written: its values as they were, and as they are to be. */
export type Written = { id: string; before: object; after: object }

/** A value is another record's already, and may not be. `errors` has a sentence for each field. */
export class ValueTaken extends Error {
  readonly errors: Errors
  constructor(errors: Errors) {
    super(Object.values(errors).join(' '))
    this.errors = errors
  }
}

type Row = Entry & { record: string; field: string }

/**
 * Keeps the index entries of records in step with their own values, in the transaction that writes
 * them: two statements for however many, and none when no own value changed. The database decides
 * what is unique, so of two at once one comes through.
 * @throws ValueTaken; then the transaction must not be kept
 */
export async function writeEntries(
  scope: Scope,
  object: string,
  written: readonly Written[],
): Promise<void> {
  const changes =
    scope.own.all(object).length === 0 ? [] : written.flatMap(changesOf(scope, object))
  if (changes.length === 0) return
  const rows = changes.flatMap(({ record, field, value }) =>
    entriesOf(field, value).map((entry) => ({ ...entry, record, field: field.own.id })),
  )
  const old = changes.filter(({ isNew }) => !isNew)
  const [, kept] = await Promise.all([
    old.length > 0 &&
      removeEntries(
        scope,
        old.map(({ record, field }) => ({ record, field: field.own.id })),
      ),
    rows.length > 0 ? addEntries(scope, rows) : [],
  ])
  if (kept.length < rows.length) throw new ValueTaken(errorsOf(scope, object, rows, kept))
}

const changesOf = (scope: Scope, object: string) => {
  const fields = scope.own.all(object)
  return ({ id, before, after }: Written) => {
    const changed = changedFields(fields, before, after)
    return fields
      .filter(({ field }) => field in changed)
      .map((field) => ({
        record: id,
        field,
        value: Reflect.get(after, field.field),
        isNew: (changed[field.field]?.[0] ?? null) === null,
      }))
  }
}

const removeEntries = (scope: Scope, old: readonly { record: string; field: string }[]) =>
  scope.db.execute(sql`
    delete from core.own_entries e
    using jsonb_to_recordset(${JSON.stringify(old)}::jsonb) as g (record uuid, field uuid)
    where e.company_id = ${scope.company.id} and e.record_id = g.record and e.field_id = g.field`)

/**
 * In the order of the unique key, so that nobody waits in a ring.
 * @returns those that were added: a unique value that is there already is passed over
 */
const addEntries = (scope: Scope, rows: readonly Row[]) =>
  scope.db.execute<{ record: string; field: string }>(sql`
    insert into core.own_entries
      (company_id, record_id, field_id, item, text, number, day, unique_key)
    select f.company_id, e.record, e.field, coalesce(e.item, ''), e.text, e.number, e.day,
      case when f.unique_since is not null then ${uniqueKeyOf} end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e
      (record uuid, field uuid, item text, text text, number double precision, day date)
    join core.own_fields f on f.company_id = ${scope.company.id} and f.id = e.field
    order by f.id, ${uniqueKeyOf}, e.record, e.item for key share of f
    on conflict (company_id, field_id, unique_key) where unique_key is not null do nothing
    returning record_id as record, field_id as field`)

function errorsOf(
  scope: Scope,
  object: string,
  rows: readonly Row[],
  kept: readonly { record: string; field: string }[],
): Errors {
  const known = new Set(kept.map(({ record, field }) => `${record} ${field}`))
  const taken = new Set(
    rows.filter(({ record, field }) => !known.has(`${record} ${field}`)).map(({ field }) => field),
  )
  return Object.fromEntries(
    scope.own
      .all(object)
      .filter(({ own }) => taken.has(own.id))
      .map((field) => [field.field, ownText(scope.locale).taken(field.label[scope.locale])]),
  )
}

/**
 * Writes a record, and puts what is taken already beside the fields of its form.
 * @returns undefined when something was; the answer is then an error, which keeps nothing
 */
export async function orTaken<T>(errors: Errors, write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof ValueTaken)) throw error
    Object.assign(errors, error.errors)
    return undefined
  }
}
