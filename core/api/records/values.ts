import type { AnyField } from '../../fields/field.ts'
import { type ReadFields, readFields } from '../../fields/forms.ts'
import { typedFromJson } from '../../fields/json.ts'
import { typedOwn } from '../../own-fields/json.ts'
import type { RecordKind } from '../../records/kind.ts'
import type { Scope } from '../../scope.ts'
import type { Input } from '../resource.ts'

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
