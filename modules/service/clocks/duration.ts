import { formatNumber } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { clocksText } from './messages.ts'

const exact = 100 * 60

/** So many minutes in words, as hours and minutes: a working day has no fixed length. */
export function sayMinutes(locale: Locale, minutes: number): string {
  const t = clocksText(locale).duration
  // Of weeks nobody wants the minutes.
  const whole = Math.max(0, minutes < exact ? Math.round(minutes) : Math.round(minutes / 60) * 60)
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  if (hours === 0) return t.minutes(rest)
  return rest === 0
    ? t.hours(formatNumber(locale, hours))
    : t.both(formatNumber(locale, hours), rest)
}
