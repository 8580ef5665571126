import { type Calendar, shiftDay, weekday } from '../../../core/calendar/calendar.ts'
import { formatDay } from '../../../core/i18n/format.ts'
import { momentAt } from '../../../core/values/moment.ts'

/** From one minute of a day to another; one that ends behind 24:00 (1440) ends on the next day. */
export type Span = { from: number; to: number }

/** When somebody works in a usual week: seven days, Monday first. */
export type Week = readonly (readonly Span[])[]

/** When somebody works: their week on the company's calendar, or through its holidays as well. */
export type WorkTime = { timeZone: string; week: Week; calendar: Calendar; onHolidays: boolean }

/** A stretch of time, in milliseconds since 1970. */
type Stretch = readonly [from: number, to: number]

/** Whoever works so little that a time does not pass in these days gets no answer. */
const mostDays = 1_200

/**
 * The hours of a day. One that is worked instead of another (调休) has those of its weekday, or of the
 * first day of the week that has any.
 */
export function spansOn({ week, calendar, onHolidays }: WorkTime, day: string): readonly Span[] {
  const own = week[weekday(day) - 1] ?? []
  const special = calendar.special.get(day)
  if (!special || own.length > 0) return special?.works === false && !onHolidays ? [] : own
  return special.works ? (week.find((spans) => spans.length > 0) ?? []) : []
}

/**
 * The moment by which so much of the working time has passed.
 * @param from, amount milliseconds
 * @returns undefined when that lies years ahead, as for who never works
 */
export function addWork(work: WorkTime, from: number, amount: number): number | undefined {
  let left = amount
  if (left <= 0) return from
  for (const [start, end] of stretches(work, from, mostDays)) {
    if (end - start >= left) return start + left
    left -= end - start
  }
  return undefined
}

/** The working time between two moments, in milliseconds; nought when the second is the earlier. */
export function workBetween(work: WorkTime, from: number, to: number): number {
  let sum = 0
  if (to <= from) return sum
  const days = Math.ceil((to - from) / 86_400_000) + 2
  for (const [start, end] of stretches(work, from, days)) {
    if (start >= to) break
    sum += Math.min(end, to) - start
  }
  return sum
}

/** The stretches of working time from a moment on, in their order; none counts twice. */
function* stretches(work: WorkTime, from: number, days: number): Generator<Stretch> {
  let past = from
  // What began before midnight may still go on.
  let day = shiftDay(formatDay(work.timeZone, new Date(from)), -1)
  for (let tried = 0; tried <= days; tried++, day = shiftDay(day, 1))
    for (const [start, end] of stretchesOn(work, day)) {
      if (end <= past) continue
      yield [Math.max(start, past), end]
      past = end
    }
}

const known = new WeakMap<WorkTime, Map<string, readonly Stretch[]>>()

/** The same days are asked for by every ticket, and a time zone takes long to reckon with. */
function stretchesOn(work: WorkTime, day: string): readonly Stretch[] {
  const days = known.get(work) ?? new Map<string, readonly Stretch[]>()
  known.set(work, days)
  const found = days.get(day) ?? spansOn(work, day).map((span) => stretchOf(work, day, span))
  days.set(day, found)
  return found
}

const stretchOf = ({ timeZone }: WorkTime, day: string, { from, to }: Span): Stretch => [
  wall(day, from, timeZone),
  to > 1_440 ? wall(shiftDay(day, 1), to - 1_440, timeZone) : wall(day, to, timeZone),
]

const two = (number: number) => String(number).padStart(2, '0')

const wall = (day: string, minute: number, timeZone: string): number =>
  momentAt(`${day} ${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`, timeZone).getTime()
