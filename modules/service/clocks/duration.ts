import type { Locale } from '../../../core/i18n/locale.ts'
import { clocksText } from './messages.ts'

/** So many minutes in words, as hours and minutes: a working day has no fixed length. */
export function sayMinutes(locale: Locale, minutes: number): string {
  const t = clocksText(locale).duration
  const whole = Math.max(0, Math.round(minutes))
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  if (hours === 0) return t.minutes(rest)
  return rest === 0 ? t.hours(hours) : t.both(hours, rest)
}
