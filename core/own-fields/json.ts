import { z } from 'zod'
import { Invalid } from '../api/invalid.ts'
import { jsonType, typedFromJson } from '../fields/json.ts'
import type { Errors, Raw } from '../http/form.ts'
import { type OwnField, ownPrefix } from './own-field.ts'
import { ValueTaken } from './writing.ts'

/** How the value of an own field stands in JSON: choices by their keys, people and files by their ids. */
function typeOf(field: OwnField): z.ZodType {
  switch (field.own.kind) {
    case 'multi_choice':
      return z.array(z.string())
    case 'yes_no':
      return z.boolean()
    case 'file':
      return z.strictObject({ id: z.uuid(), name: z.string() })
    case 'person':
      return z.uuid()
    // As decimal text, since JSON numbers round beyond fifteen digits.
    case 'choice':
    case 'number':
      return z.string()
    default:
      return jsonType(field)
  }
}

const writtenType = (field: OwnField): z.ZodType =>
  field.own.kind === 'number' ? z.union([z.number(), z.string()]) : typeOf(field)

/** What programs read of a record's own fields. */
export const shownOwn = (fields: readonly OwnField[]): z.ZodType =>
  objectOf(fields, (field) => typeOf(field).nullable())

/** What they may write; null empties a field that need not be filled in. Files come by the forms alone. */
export const writtenOwn = (fields: readonly OwnField[]): z.ZodType =>
  objectOf(fields.filter(isWritten), (field) => writtenType(field).nullable().optional()).optional()

const isWritten = ({ own }: OwnField): boolean => own.kind !== 'file'

const objectOf = (fields: readonly OwnField[], type: (field: OwnField) => z.ZodType) =>
  z.strictObject(
    Object.fromEntries(
      fields.map((field) => [field.own.key, type(field).meta({ label: field.label })]),
    ),
  )

/** Own values as programs read them, by the keys of their fields. */
export const ownAsJson = (fields: readonly OwnField[], values: object): Record<string, unknown> =>
  Object.fromEntries(
    fields.map(({ field, own }) => [own.key, (Reflect.get(values, field) as unknown) ?? null]),
  )

/** What a program wrote into own fields, as a form would have posted it; the others are left out. */
export function typedOwn(fields: readonly OwnField[], input: unknown): Raw {
  const given = Object(input) as Record<string, unknown>
  const written = fields.filter(({ own }) => Object.hasOwn(given, own.key))
  return typedFromJson(
    written,
    Object.fromEntries(written.map(({ field, own }) => [field, posted(given[own.key])])),
  )
}

const posted = (value: unknown): unknown => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join(',') : value
}

/** Sentences about own fields, by where the fields stand in JSON: `own.key`. */
export const inJson = (errors: Errors): Errors =>
  Object.fromEntries(
    Object.entries(errors).map(([field, sentence]) => [
      field.startsWith(ownPrefix) ? `own.${field.slice(ownPrefix.length)}` : field,
      sentence,
    ]),
  )

/** Writes a record for a program. @throws Invalid when a value is another record's already */
export async function writeOrRefuse<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    throw error instanceof ValueTaken ? new Invalid(inJson(error.errors)) : error
  }
}
