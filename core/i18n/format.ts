import type { Locale, PerLocale } from './locale.ts'

const memo = new Map<string, unknown>()

/** Intl's formatters cost some 50 µs to make and nothing to keep. */
function kept<T>(key: string, make: () => T): T {
  if (!memo.has(key)) memo.set(key, make())
  return memo.get(key) as T
}

/** A whole or decimal number with grouping: 12,846. */
export const formatNumber = (locale: Locale, value: number): string =>
  kept(`n${locale}`, () => new Intl.NumberFormat(locale)).format(value)

/** A moment as day and time in a time zone: 2026年3月5日 14:05 / 5 Mar 2026, 14:05. */
export const formatMoment = (locale: Locale, timeZone: string, at: Date): string =>
  kept(
    `m${locale}${timeZone}`,
    () =>
      new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
        timeZone,
        year: 'numeric',
        month: locale === 'en' ? 'short' : 'long',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
  ).format(at)

/** A calendar day: 2026-03-05, the same everywhere, as lists want it. */
export function formatDay(timeZone: string, at: Date): string {
  const days = kept(`d${timeZone}`, () => new Map<number, string>())
  // Days begin on a quarter of an hour in every zone, and lists show the same moments again.
  const quarter = Math.floor(at.getTime() / 900_000)
  const known = days.get(quarter)
  if (known) return known
  if (days.size >= mostDays) days.clear()
  const day = dayFormat(timeZone).format(at)
  days.set(quarter, day)
  return day
}

const mostDays = 10_000

const dayFormat = (timeZone: string): Intl.DateTimeFormat =>
  kept(
    `df${timeZone}`,
    () =>
      new Intl.DateTimeFormat('sv-SE', {
        timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
      }),
  )

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** Instead of 此刻 and “this minute”, which nobody says. */
const justNow: PerLocale = { en: 'just now', 'zh-CN': '刚刚' }

/** How long ago, for the last thirty days (昨天, 3 小时前); older moments as a day. */
export function formatAgo(locale: Locale, timeZone: string, at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000
  if (Math.abs(seconds) > 30 * 86_400) return formatDay(timeZone, at)
  const format = kept(`a${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  for (const [unit, length] of steps)
    if (Math.abs(seconds) >= length) return format.format(Math.round(seconds / length), unit)
  return justNow[locale]
}
