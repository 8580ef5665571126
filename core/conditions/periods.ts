import { formatDay } from '../i18n/format.ts'
import type { Scope } from '../scope.ts'

/** Stretches of the calendar that move along with it. */
export const periods = [
  'today',
  'yesterday',
  'tomorrow',
  'this-week',
  'last-week',
  'next-week',
  'this-month',
  'last-month',
  'next-month',
  'this-quarter',
  'last-quarter',
  'this-year',
  'last-year',
] as const
export type Period = (typeof periods)[number]

export type Days = { from: string; to: string }

const day = 86_400_000
const steps = { last: -1, yesterday: -1, this: 0, today: 0, next: 1, tomorrow: 1 }

/** The days of a period, as the company's calendar has them now; weeks begin on Monday (ISO 8601). */
export function daysOf(scope: Scope, period: Period): Days {
  const today = utcOf(todayOf(scope))
  const [which = '', unit = 'day'] = period.split('-')
  const step = steps[which as keyof typeof steps]
  switch (unit) {
    case 'week': {
      const monday = today.getTime() - ((today.getUTCDay() + 6) % 7) * day + step * 7 * day
      return { from: iso(monday), to: iso(monday + 6 * day) }
    }
    case 'month':
      return months(today, today.getUTCMonth() + step, 1)
    case 'quarter':
      return months(today, (Math.floor(today.getUTCMonth() / 3) + step) * 3, 3)
    case 'year':
      return months(today, step * 12, 12)
    default: {
      const one = iso(today.getTime() + step * day)
      return { from: one, to: one }
    }
  }
}

/** Today and the days before it, or behind it: the last 30 days are today and 29 more. */
export function daysAround(scope: Scope, count: number): Days {
  const today = utcOf(todayOf(scope)).getTime()
  const other = iso(today + (count > 0 ? count - 1 : count + 1) * day)
  return count > 0 ? { from: iso(today), to: other } : { from: other, to: iso(today) }
}

const todayOf = ({ company, now }: Scope): string => formatDay(company.timeZone, now())
const utcOf = (isoDay: string): Date => new Date(`${isoDay}T00:00:00Z`)
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** @param first month counted from January of this year; may lie outside of it */
function months(today: Date, first: number, count: number): Days {
  const year = today.getUTCFullYear()
  return { from: iso(Date.UTC(year, first, 1)), to: iso(Date.UTC(year, first + count, 0)) }
}
