import type { Input } from '../../../core/api/resource.ts'
import type { AnyField } from '../../../core/fields/field.ts'
import { type ReadFields, readFields } from '../../../core/fields/forms.ts'
import { typedFromJson } from '../../../core/fields/json.ts'
import { typedOwn } from '../../../core/own-fields/json.ts'
import type { RecordKind } from '../../../core/records/kind.ts'
import type { Scope } from '../../../core/scope.ts'

/**
 * Reads the values a program wrote, by the parsers of the form, own fields among them.
 * @param old the record's values, for one that exists: what was not written stays as it is
 */
export function readValues<Values extends object>(
  scope: Scope,
  { object }: RecordKind,
  fields: readonly AnyField[],
  input: Input,
  old?: Values,
): Pick<ReadFields<Values>, 'values' | 'errors'> {
  const own = scope.own.live(object)
  const raw = {
    ...typedFromJson(
      fields.filter(({ field }) => field in input),
      input,
    ),
    ...typedOwn(own, input.own),
  }
  const all = [...fields, ...own]
  const asked = old ? all.filter(({ field }) => field in raw) : all
  const { values, errors } = readFields<Values>(scope, asked, raw)
  return { values: { ...old, ...values }, errors }
}
