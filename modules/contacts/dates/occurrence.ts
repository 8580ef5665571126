import { isoYearDay, type YearDay } from '../../../core/values/year-day.ts'
import type { Recurs } from './kinds.ts'

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const isLeapDay = ({ month, day }: YearDay): boolean => month === 2 && day === 29

/** The day in a year. Who was born on 29 February has their birthday on the 28th in other years. */
export const dayIn = (year: number, at: YearDay): string =>
  isoYearDay({ ...at, year, day: isLeapDay(at) && !isLeap(year) ? 28 : at.day })

/** A day so many days later, or earlier. */
export const shifted = (iso: string, days: number): string =>
  new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10)

/** The first time a day comes on or after another one; null when it never does again. */
export function nextTime(at: YearDay, recurs: Recurs, from: string): string | null {
  if (recurs === 'once') {
    const only = isoYearDay(at)
    return only >= from ? only : null
  }
  const year = Math.max(Number(from.slice(0, 4)), at.year ?? 0)
  const day = dayIn(year, at)
  return day >= from ? day : dayIn(year + 1, at)
}

/**
 * The day on which to remind of the first time on or after another day. It may lie before that
 * day: then the reminder is due at once.
 */
export function nextReminder(
  at: YearDay,
  recurs: Recurs,
  before: number | null,
  from: string,
): string | null {
  const next = before === null ? null : nextTime(at, recurs, from)
  return next === null ? null : shifted(next, -(before ?? 0))
}
