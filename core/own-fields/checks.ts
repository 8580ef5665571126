import { sql } from 'drizzle-orm'
import { coreText } from '../i18n/messages.ts'
import type { Scope } from '../scope.ts'
import { entriesOf } from './entry.ts'
import { ownText } from './messages.ts'
import type { OwnField } from './own-field.ts'

/** What a batch of rows is held to before anything of it is written. */
export type OwnChecks = {
  /**
   * Why a record may not have these values, and which of them; undefined when it may, and then
   * they are taken for the rows to come.
   * @param stored undefined for a new record
   */
  refuse: (
    id: string,
    stored: object | undefined,
    after: object,
  ) => { reason: string; field: string } | undefined
  /** Whose the unique values are that rows of this batch have taken. */
  taken: ReadonlyMap<string, string>
  /** The records that have unique values of a row as they are stored. */
  holdersOf: (values: object) => string[]
}

const none: OwnChecks = { refuse: () => undefined, taken: new Map(), holdersOf: () => [] }

/**
 * Reads whose the unique values are that these rows bring. Nothing is asked where none is unique.
 * @param before what batches before this one have taken and nobody has written
 */
export async function openChecks(
  scope: Scope,
  object: string,
  rows: readonly object[],
  before: ReadonlyMap<string, string> = new Map(),
): Promise<OwnChecks> {
  const fields = scope.own.live(object)
  if (fields.length === 0) return none
  const unique = fields.filter(({ own }) => own.unique)
  const brought = unique.flatMap((field) => rows.flatMap((row) => keyOf(field, row) ?? []))
  const found =
    brought.length > 0
      ? await scope.db.execute<{ key: string; record: string }>(sql`
          select e.field_id || ' ' || e.unique_key as key, e.record_id as record
          from jsonb_to_recordset(${JSON.stringify(brought)}::jsonb) as g (field uuid, text text)
          join core.own_entries e on e.company_id = ${scope.company.id} and e.field_id = g.field
            and e.unique_key = g.text`)
      : []
  const holders = new Map(found.map(({ key, record }) => [key, record]))
  const taken = new Map<string, string>()
  const holderOf = (key: string) => taken.get(key) ?? before.get(key) ?? holders.get(key)
  const t = { core: coreText(scope.locale), own: ownText(scope.locale) }
  const keysIn = (values: object) =>
    unique.flatMap((field) => {
      const key = keyOf(field, values)
      return key ? [{ field, key: `${key.field} ${key.text}` }] : []
    })
  return {
    taken,
    holdersOf: (values) => keysIn(values).flatMap(({ key }) => holders.get(key) ?? []),
    refuse: (id, stored, after) => {
      for (const { field, label, own } of stored ? [] : fields)
        if (own.required && (Reflect.get(after, field) ?? null) === null)
          return { reason: t.core.required(label[scope.locale]), field }
      const keys = keysIn(after)
      const another = keys.find(({ key }) => (holderOf(key) ?? id) !== id)
      if (another) {
        const { field, label } = another.field
        return { reason: t.own.taken(label[scope.locale]), field }
      }
      for (const { key } of keys) taken.set(key, id)
      return undefined
    },
  }
}

/** What no second record may have, as `uniqueKeyOf` computes it in the database. */
function keyOf(field: OwnField, values: object): { field: string; text: string } | undefined {
  const [entry] = entriesOf(field, Reflect.get(values, field.field))
  const text = entry?.text ?? entry?.day
  return text === undefined ? undefined : { field: field.own.id, text }
}
