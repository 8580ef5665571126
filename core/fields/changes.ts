import type { Change } from '../../views/timeline.tsx'
import type { Locale } from '../i18n/locale.ts'
import type { AnyField } from './field.ts'

/** A changed field: its value before and after, as values that survive JSON; null is empty. */
export type ChangedFields = Record<string, readonly [before: unknown, after: unknown]>

/** What differs between two states of a record's values, by how they print. */
export function changedFields(
  fields: readonly AnyField[],
  before: object,
  after: object,
): ChangedFields {
  const changed: ChangedFields = {}
  for (const field of fields) {
    const [old, now] = [Reflect.get(before, field.field), Reflect.get(after, field.field)]
    if (told(field, old) !== told(field, now)) changed[field.field] = [old ?? null, now ?? null]
  }
  return changed
}

/** Another file is a change, though it has the same name. */
const told = (field: AnyField, value: unknown): string =>
  field.kind === 'file' ? rawValue(field, value, 'en') : printed(field, value, 'en')

/** A value as people read it; nothing for null. */
export const printed = (field: AnyField, value: unknown, locale: Locale): string =>
  value === null || value === undefined ? '' : field.print(value as never, locale)

/** One value as a form posts it. */
export const rawValue = (field: AnyField, value: unknown, locale: Locale): string =>
  field.raw && value !== null && value !== undefined
    ? field.raw(value)
    : printed(field, value, locale)

/** Changed fields with their labels, for a timeline. A field that is no longer there is left out. */
export const sayChanges = (
  fields: readonly AnyField[],
  changed: ChangedFields,
  locale: Locale,
): Change[] =>
  fields.flatMap((field) => {
    const pair = changed[field.field]
    if (!pair) return []
    const [before, after] = pair.map((value) => printed(field, value, locale))
    return [{ label: field.label[locale], before: before ?? '', after: after ?? '' }]
  })

/** One side of the changes, for the audit trail. */
export const sideOf = (changed: ChangedFields, side: 0 | 1): Record<string, unknown> =>
  Object.fromEntries(Object.entries(changed).map(([field, pair]) => [field, pair[side]]))

/** What of a new record is filled in: the rest says nothing, and its trace need not either. */
export const given = (values: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
