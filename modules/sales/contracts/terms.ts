import { monthsLater, shiftDay } from '../../../core/calendar/calendar.ts'

/** From one day to another, both within it; ISO days. */
export type Term = { startsOn: string; endsOn: string }

/** The term that follows on, and where a day of the old one stands in it. */
export type NextTerm = Term & { later: (day: string) => string }

/** Where nobody said when a term began, the next one is taken to be a year. */
const usualMonths = 12

/**
 * The term behind one that ends, just as long: in months where it was of whole months, so that years
 * follow years whatever their days come to, else in days.
 */
export function termAfter(startsOn: string | null, endsOn: string): NextTerm {
  const next = shiftDay(endsOn, 1)
  const months = startsOn === null ? usualMonths : wholeMonths(startsOn, next)
  const days = startsOn === null ? 0 : daysBetween(startsOn, next)
  const later = (day: string) => (months ? monthsLater(day, months) : shiftDay(day, days))
  return { startsOn: next, endsOn: shiftDay(later(next), -1), later }
}

/** How many months lie between two days, nought where they are not whole. */
function wholeMonths(from: string, to: string): number {
  const [year = 0, month = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number)
  const months = (toYear - year) * 12 + toMonth - month
  return monthsLater(from, months) === to ? months : 0
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** So many days before its end a contract is to be renewed that reminds nobody. */
export const usualNotice = 30

/** Whether it is time to think of what follows on. */
export const isNearEnd = (
  { endsOn, remindDays }: { endsOn: string | null; remindDays: number | null },
  today: string,
): boolean => endsOn !== null && shiftDay(endsOn, -(remindDays ?? usualNotice)) <= today
