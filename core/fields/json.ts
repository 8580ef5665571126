import { z } from 'zod'
import type { Raw } from '../http/form.ts'
import { type Money, plainMoney } from '../values/money.ts'
import type { Phone } from '../values/phone.ts'
import type { AnyField } from './field.ts'

/** How the value of a field stands in JSON. What it may say is the field's own to parse. */
export function jsonType({ kind, options }: AnyField): z.ZodType {
  if (kind === 'select' && options) return z.enum(options('en').map(({ value }) => value))
  if (kind === 'number') return z.number()
  if (kind === 'date') return z.string().meta({ format: 'date' })
  if (kind === 'money')
    return z.strictObject({
      minor: z.int().meta({ label: minorUnits }),
      currency: z.string().regex(/^[A-Z]{3}$/),
    })
  return z.string()
}

const minorUnits = { en: 'Whole minor units: cents, fen', 'zh-CN': '最小货币单位的整数：分' }

/** What programs read of fields. A phone stands there twice: as people write it, and in E.164. */
export const shownFields = (fields: readonly AnyField[]): Record<string, z.ZodType> =>
  Object.fromEntries(
    fields.flatMap((field): [string, z.ZodType][] => {
      const { field: name, label, required } = field
      const type = jsonType(field)
      const shown = (required ? type : type.nullable()).meta({ label })
      return field.kind === 'tel'
        ? [
            [name, shown],
            [`${name}E164`, z.string().nullable().meta({ label })],
          ]
        : [[name, shown]]
    }),
  )

/** What programs may write into fields; null empties one that need not be filled in. */
export const writtenFields = (fields: readonly AnyField[]): Record<string, z.ZodType> =>
  Object.fromEntries(
    fields.map((field) => {
      const { field: name, label, required } = field
      const type = jsonType(field)
      return [name, required ? type.meta({ label }) : type.nullable().meta({ label }).optional()]
    }),
  )

/** Values as programs read them, by the keys of `shownFields`. */
export function valuesAsJson(fields: readonly AnyField[], values: object): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ field, kind }): [string, unknown][] => {
      const value: unknown = Reflect.get(values, field) ?? null
      if (kind !== 'tel') return [[field, value]]
      const phone = value as Phone | null
      return [
        [field, phone?.text ?? null],
        [`${field}E164`, phone?.e164 ?? null],
      ]
    }),
  )
}

/** What a program wrote, as a person would have typed it: then one parser serves both. */
export const typedFromJson = (fields: readonly AnyField[], input: object): Raw =>
  Object.fromEntries(
    fields.map(({ field, kind }) => [field, typed(kind, Reflect.get(input, field))]),
  )

function typed(kind: AnyField['kind'], value: unknown): string {
  if (value === null || value === undefined) return ''
  if (kind !== 'money') return String(value)
  const money = value as Money
  return `${money.currency} ${plainMoney(money)}`
}
