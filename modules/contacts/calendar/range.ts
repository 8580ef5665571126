import { shiftDay, weekday } from '../../../core/calendar/calendar.ts'

export const looks = ['month', 'week', 'day'] as const
export type Look = (typeof looks)[number]

/** The days that a look shows, and the day that the ones before and behind it show. */
export type Range = { days: string[]; previous: string; next: string }

const run = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => shiftDay(from, at))

/** The first day of a month, so many months away. */
function monthAway(day: string, by: number): string {
  const [year, month] = day.split('-').map(Number)
  const at = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1 + by, 1))
  return at.toISOString().slice(0, 10)
}

/** Weeks begin on Monday; a month is shown in whole weeks. */
export function rangeOf(look: Look, day: string): Range {
  if (look === 'day') return { days: [day], previous: shiftDay(day, -1), next: shiftDay(day, 1) }
  const monday = (of: string) => shiftDay(of, 1 - weekday(of))
  if (look === 'week')
    return { days: run(monday(day), 7), previous: shiftDay(day, -7), next: shiftDay(day, 7) }
  const [previous, first, next] = [-1, 0, 1].map((by) => monthAway(day, by)) as [
    string,
    string,
    string,
  ]
  const last = shiftDay(next, -1)
  const count =
    7 - weekday(last) + Math.round((Date.parse(last) - Date.parse(monday(first))) / 86_400_000) + 1
  return { days: run(monday(first), count), previous, next }
}
