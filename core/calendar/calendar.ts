/** A day that is not what its weekday says; `isOwn` when the company said so itself. */
export type SpecialDay = { works: boolean; name: string; isOwn: boolean }

/**
 * When a company works: Monday to Friday, but for its special days by their ISO day. `years` are
 * those whose public holidays are known; undefined where none are asked for.
 */
export type Calendar = {
  special: ReadonlyMap<string, SpecialDay>
  years?: ReadonlySet<number>
}

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** The day so many days later, or earlier. */
export function shiftDay(day: string, by: number): string {
  const at = utc(day)
  at.setUTCDate(at.getUTCDate() + by)
  return at.toISOString().slice(0, 10)
}

/** A day so many months later: the same day, or the last one of a month that is shorter. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10)
}

/** 1 for Monday to 7 for Sunday. */
export const weekday = (day: string): number => utc(day).getUTCDay() || 7

export const isWorkingDay = ({ special }: Calendar, day: string): boolean =>
  special.get(day)?.works ?? weekday(day) < 6

/**
 * Whether the days off of a day's year are known: they were published, or the company has entered them
 * itself, which the first of them, New Year's Day, is the sign of.
 */
export const knowsYearOf = ({ years, special }: Calendar, day: string): boolean => {
  const year = day.slice(0, 4)
  return years === undefined || years.has(Number(year)) || special.has(`${year}-01-01`)
}

/** The first working day from this one on. */
export function nextWorkingDay(calendar: Calendar, day: string): string {
  let at = day
  for (let tried = 0; tried < mostSearched && !isWorkingDay(calendar, at); tried++)
    at = shiftDay(at, 1)
  return at
}

/** A company that marks every day as free gets an answer all the same. */
const mostSearched = 366

/** The working day so many working days after this one; before it for a negative count. */
export function addWorkingDays(calendar: Calendar, day: string, count: number): string {
  const step = count < 0 ? -1 : 1
  let at = day
  let left = Math.abs(count)
  for (let tried = 0; left > 0 && tried < mostSearched + 7 * Math.abs(count); tried++) {
    at = shiftDay(at, step)
    if (isWorkingDay(calendar, at)) left--
  }
  return nextWorkingDay(calendar, at)
}

/** Working days behind `from` up to and with `to`; negative when `to` lies before. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  if (to < from) return -workingDaysBetween(calendar, to, from)
  let count = 0
  for (let at = shiftDay(from, 1); at <= to; at = shiftDay(at, 1))
    if (isWorkingDay(calendar, at)) count++
  return count
}
