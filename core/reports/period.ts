import { type SQL, sql } from 'drizzle-orm'
import type { Locale } from '../i18n/locale.ts'
import { printDate } from '../values/date.ts'
import { reportsText } from './messages.ts'

/** From one day to another, both within it; an end that is left out is open. */
export type Period = { from?: string; to?: string }

/** Reads `2026-01-01..2026-03-31`; an end that makes no sense is open. */
export function readPeriod(text: string): Period {
  const [from, to] = text.split('..').map((day) => (isDay(day) ? day : undefined))
  return { from, to }
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

export const writePeriod = ({ from = '', to = '' }: Period): string => `${from}..${to}`

/** Whether a day is known and lies in a period. */
export const conditionIn = (column: SQL, { from, to }: Period): SQL =>
  sql`${column} is not null
    and ${from ? sql`${column} >= ${from}::date` : sql`true`}
    and ${to ? sql`${column} <= ${to}::date` : sql`true`}`

/** Whether a day lies in the period of a report; with all of time, one that is missing does too. */
export const dayIn = (column: SQL, period: Period): SQL =>
  period.from || period.to ? conditionIn(column, period) : sql`true`

export function sayPeriod({ locale }: { locale: Locale }, { from, to }: Period): string {
  const t = reportsText(locale)
  if (from && to) return t.between(printDate(from, locale), printDate(to, locale))
  if (from) return t.since(printDate(from, locale))
  return to ? t.until(printDate(to, locale)) : ''
}

/** Whether a moment lies in a period, as the days of a time zone go; an index on it serves. */
export const momentIn = (column: SQL, timeZone: string, { from, to }: Period): SQL => {
  const midnight = (day: string, later: number) =>
    sql`((${day}::date + ${later}::integer)::timestamp at time zone ${timeZone})`
  return sql`(${column} is not null
    and ${from ? sql`${column} >= ${midnight(from, 0)}` : sql`true`}
    and ${to ? sql`${column} < ${midnight(to, 1)}` : sql`true`})`
}
