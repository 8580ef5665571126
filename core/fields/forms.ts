import type { Errors, Raw } from '../http/form.ts'
import type { Locale } from '../i18n/locale.ts'
import { coreText } from '../i18n/messages.ts'
import type { Scope } from '../scope.ts'
import { readingOf } from '../transfer/reading.ts'
import { sayProblem } from '../values/problem.ts'
import { printed } from './changes.ts'
import type { AnyField } from './field.ts'

/** What came of a form's fields; `understood` says it where that looks different from the typing. */
export type ReadFields<Values> = { values: Values; errors: Errors; understood: string[] }

/** Reads all fields of a form, so that a person sees everything that is wrong at once. */
export function readFields<Values>(
  scope: Scope,
  fields: readonly AnyField[],
  raw: Raw,
): ReadFields<Values> {
  const reading = readingOf(scope.company)
  const values: Record<string, unknown> = {}
  const errors: Errors = {}
  const understood: string[] = []
  for (const field of fields) {
    const typed = raw[field.field] ?? ''
    const label = field.label[scope.locale]
    values[field.field] = null
    if (typed.trim() === '') {
      if (field.required) errors[field.field] = coreText(scope.locale).required(label)
      continue
    }
    const parsed = field.parse(typed, reading)
    if (!parsed.ok) {
      const sentence = sayProblem(parsed.problem, scope.locale)
      errors[field.field] =
        scope.locale === 'zh-CN' ? `${label}：${sentence}` : `${label}: ${sentence}`
      continue
    }
    values[field.field] = parsed.value
    const shown = printed(field, parsed.value, scope.locale)
    if (parsed.shown !== undefined && shown !== typed.trim()) understood.push(`${label} ${shown}`)
  }
  return { values: values as Values, errors, understood }
}

/** Values as a form shows them. */
export const rawOf = (fields: readonly AnyField[], values: object, locale: Locale): Raw =>
  Object.fromEntries(
    fields.map((field) => [field.field, printed(field, Reflect.get(values, field.field), locale)]),
  )
