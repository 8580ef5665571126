import type { Detail } from '../../../views/details.tsx'
import type { Scope } from '../../scope.ts'
import { printed } from '../changes.ts'
import type { AnyField } from '../field.ts'
import { linkedValue } from './linked-value.tsx'

/** The fields of a record as its page shows them. */
export const fieldDetails = (
  { locale }: Scope,
  fields: readonly AnyField[],
  values: object,
): Detail[] =>
  fields.map((field) => {
    const value: unknown = Reflect.get(values, field.field)
    return {
      label: field.label[locale],
      value: linkedValue(field, value, printed(field, value, locale)),
    }
  })
