import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseText } from '../../../core/values/text.ts'
import { parseYearDay, printYearDay } from '../../../core/values/year-day.ts'
import type { DateInput } from './dates.ts'
import { type DateKind, dateKinds, type Recurs, recurrences, reminders } from './kinds.ts'
import { datesText } from './messages.ts'

/** Reads the form of a date; what is wrong is said beside each field. */
export function readDateForm(scope: Scope, raw: Raw): { input: DateInput; errors: Errors } {
  const t = datesText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const kind = dateKinds.find((one) => one === raw.kind) ?? ('other' satisfies DateKind)
  const parseName = (text: string) => parseText(text, { most: 100 })
  const name =
    kind === 'other'
      ? fields.need('name', t.name, parseName, '')
      : (fields.may('name', parseName) ?? '')
  const at = fields.need('at', t.at, parseYearDay, { year: null, month: 1, day: 1 })
  const recurs = recurrences.find((one) => one === raw.recurs) ?? ('yearly' satisfies Recurs)
  if (recurs === 'once' && at.year === null) fields.refuse('at', t.onceNeedsYear)
  const remindBefore = reminders.find((days) => String(days) === raw.remind) ?? null
  if (raw.remind && remindBefore === null) fields.refuse('remind', t.notAReminder)
  return { input: { kind, name, at, recurs, remindBefore }, errors: fields.errors }
}

/** A date as its form posts it. */
export const rawDate = ({ locale }: Scope, date: DateInput): Raw => ({
  kind: date.kind,
  name: date.name,
  at: printYearDay(date.at, locale),
  recurs: date.recurs,
  remind: date.remindBefore === null ? '' : String(date.remindBefore),
})
