import {
  type Calendar,
  isWorkingDay,
  knowsYearOf,
  nextWorkingDay,
  shiftDay,
  weekday,
} from '../../core/calendar/calendar.ts'

/** Why a rollout does not go on by itself at a moment. */
export type Unfit = 'unknownYear' | 'holiday' | 'night' | 'beforeRest'

const firstHour = 8
const noon = 12
const lastHour = 18

/**
 * Whether a rollout may go on by itself at this moment on the company's wall clock: by day, on a
 * working day, and never on the afternoon of a Friday or of the last day before days off, when
 * nobody would be there to help. Of a year whose holidays nobody has entered, no day is known to be one.
 * @param wall 2026-03-05 14:05:00
 * @returns why not; undefined when it may
 */
export function unfitMoment(calendar: Calendar, wall: string): Unfit | undefined {
  const [day = '', time = ''] = wall.split(' ')
  const hour = Number(time.slice(0, 2))
  if (!knowsYearOf(calendar, day)) return 'unknownYear'
  if (!isWorkingDay(calendar, day)) return 'holiday'
  if (hour < firstHour || hour >= lastHour) return 'night'
  const rests = weekday(day) === 5 || !isWorkingDay(calendar, shiftDay(day, 1))
  return hour >= noon && rests ? 'beforeRest' : undefined
}

/** The next moment that fits: nine o'clock of the first working day behind this one. */
export const nextFit = (calendar: Calendar, wall: string): string =>
  `${nextWorkingDay(calendar, shiftDay(wall.slice(0, 10), 1))} 09:00:00`
