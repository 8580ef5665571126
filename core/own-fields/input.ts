import { Fields } from '../http/fields.ts'
import type { Errors, Raw } from '../http/form.ts'
import { locales } from '../i18n/locale.ts'
import type { Scope } from '../scope.ts'
import { searchText } from '../values/names.ts'
import { parseText } from '../values/text.ts'
import { bothOf } from './both.ts'
import { readChoices } from './choice-input.ts'
import type { Definition } from './definition.ts'
import { choiceKinds, type OwnKind, uniqueKinds } from './kinds.ts'
import { ownText } from './messages.ts'

/** What can be decided about a field, again and again; its kind and its key stay. */
export type OwnInput = Pick<
  Definition,
  'label' | 'help' | 'group' | 'choices' | 'required' | 'unique'
>

export type ReadInput = { input: OwnInput; errors: Errors }

/**
 * Reads the form of a field. A text given in one language alone serves both.
 * @param known the field as it is, for one that exists
 * @param taken what other fields of the same record are called, in any language
 */
export function readInput(
  scope: Scope,
  raw: Raw,
  kind: OwnKind,
  taken: readonly string[],
  known?: Definition,
): ReadInput {
  const t = ownText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const first = scope.locale
  fields.need(`label_${first}`, t.label[first], (text) => parseText(text, { most: 60 }), '')
  const label = bothOf(fields, 'label', 60, first)
  for (const locale of locales)
    if (taken.some((name) => searchText(name) === searchText(label[locale])))
      fields.refuse(
        raw[`label_${locale}`] ? `label_${locale}` : `label_${first}`,
        t.labelTaken(label[locale]),
      )
  const choices = choiceKinds.includes(kind)
    ? readChoices(raw, scope.locale, kind, fields, known)
    : []
  return {
    input: {
      label,
      help: bothOf(fields, 'help', 200, first),
      group: bothOf(fields, 'group', 60, first),
      choices,
      required: raw.required !== undefined,
      unique: uniqueKinds.includes(kind) && raw.unique !== undefined,
    },
    errors: fields.errors,
  }
}
