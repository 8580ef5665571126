import type { Locale } from '../../../core/i18n/locale.ts'
import type { Scope } from '../../../core/scope.ts'
import { printYearDay } from '../../../core/values/year-day.ts'
import { daysBetween, today } from '../tasks/days.ts'
import type { DateInput } from './dates.ts'
import { datesText } from './messages.ts'
import { isLeapDay, nextTime } from './occurrence.ts'

type Named = Pick<DateInput, 'kind' | 'name'>

/** What a date is called: its own name, else that of its kind. */
export const nameOf = (locale: Locale, { kind, name }: Named): string =>
  name || datesText(locale).kinds[kind]

/** A date and its name, as a timeline tells of it. */
export const sayDate = (locale: Locale, date: Named & Pick<DateInput, 'at'>): string =>
  `${nameOf(locale, date)} · ${printYearDay(date.at, locale)}`

/** The day, when it comes next, and how its owner is reminded; a leap day says what it does. */
export function describeDate(scope: Scope, { at, recurs, remindBefore }: DateInput): string {
  const { locale } = scope
  const t = datesText(locale)
  const next = nextTime(at, recurs, today(scope))
  return [
    printYearDay(at, locale),
    next === null ? t.over : t.in(daysBetween(today(scope), next)),
    next !== null && remindBefore !== null && t.reminded(t.before(remindBefore)),
    recurs === 'yearly' && isLeapDay(at) && t.leapDay,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Those that come soonest first, those that are over last. */
export const bySoonest = <Date extends DateInput>(scope: Scope, dates: readonly Date[]): Date[] => {
  const next = ({ at, recurs }: DateInput) => nextTime(at, recurs, today(scope)) ?? '9999'
  return dates.toSorted((a, b) => (next(a) < next(b) ? -1 : 1))
}
