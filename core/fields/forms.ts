import type { Errors, Raw } from '../http/form.ts'
import type { Locale } from '../i18n/locale.ts'
import { coreText } from '../i18n/messages.ts'
import { labelled } from '../i18n/punctuation.ts'
import type { Scope } from '../scope.ts'
import { readingOf } from '../transfer/reading.ts'
import { sayProblem } from '../values/problem.ts'
import { printed, rawValue } from './changes.ts'
import type { AnyField } from './field.ts'

/** What came of a form's fields; `understood` says it where that looks different from the typing. */
export type ReadFields<Values> = { values: Values; errors: Errors; understood: string[] }

/**
 * Reads all fields of a form, so that a person sees everything that is wrong at once.
 * @param old the record's values, for one that exists: what the form did not ask for stays
 */
export function readFields<Values>(
  scope: Scope,
  fields: readonly AnyField[],
  raw: Raw,
  old: object = {},
): ReadFields<Values> {
  const reading = readingOf(scope.company)
  const values: Record<string, unknown> = { ...old }
  const errors: Errors = {}
  const understood: string[] = []
  for (const field of fields) {
    const typed = raw[field.field] ?? ''
    const label = field.label[scope.locale]
    if (raw[field.field] === undefined && (values[field.field] ?? null) !== null) continue
    values[field.field] = null
    if (typed.trim() === '') {
      if (field.required) errors[field.field] = coreText(scope.locale).required(label)
      continue
    }
    const parsed = field.parse(typed, reading)
    if (!parsed.ok) {
      const sentence = sayProblem(parsed.problem, scope.locale)
      errors[field.field] = labelled(scope.locale, label, sentence)
      continue
    }
    values[field.field] = parsed.value
    const shown = printed(field, parsed.value, scope.locale)
    const differs = parsed.shown !== undefined && shown !== typed.trim()
    if (differs && !field.options) understood.push(`${label} ${shown}`)
  }
  return { values: values as Values, errors, understood }
}

/** Values as a form posts them. */
export const rawOf = (fields: readonly AnyField[], values: object, locale: Locale): Raw =>
  Object.fromEntries(
    fields.map((field) => [field.field, rawValue(field, Reflect.get(values, field.field), locale)]),
  )

/** What a text means that a form posts; null for nothing, and for what cannot be read. */
export function meantBy(scope: Scope, field: AnyField, typed: string): unknown {
  const parsed = field.parse(typed, readingOf(scope.company))
  return parsed.ok ? parsed.value : null
}
