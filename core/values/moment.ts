import { type DateOrder, parseDate } from './date.ts'
import { type Parsed, refused, understood } from './parsed.ts'
import { plainWidth } from './typed.ts'

/** `timeZone` is that of times written without one, and of the result. */
type MomentOptions = { order?: DateOrder; timeZone?: string }

const time = /(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

/**
 * A moment as programs write it: a day as `parseDate` takes it, and perhaps a time behind it. A day
 * alone is its beginning.
 * @returns as a clock on the wall of that time zone shows it, 2019-03-02 14:05:00
 */
export function parseMoment(
  text: string,
  { order, timeZone = 'UTC' }: MomentOptions = {},
): Parsed<string> {
  const day = parseDate(text, { order })
  if (!day.ok) return day
  const [, hour = '0', minute = '00', second = '00', zone] = time.exec(plainWidth(text)) ?? []
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return refused('notADate')
  const wall = `${day.value} ${hour.padStart(2, '0')}:${minute}:${second}`
  const value = zone ? wallTime(new Date(`${wall.replace(' ', 'T')}${zone}`), timeZone) : wall
  return understood(value, text, value)
}

export const printMoment = (wall: string): string => wall

const formats = new Map<string, Intl.DateTimeFormat>()

/** What the clock on the wall shows at a moment. */
export function wallTime(at: Date, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  formats.set(timeZone, format)
  return format.format(at)
}

/** The moment at which the clock on the wall shows this; the later one where it was set forward. */
export function momentAt(wall: string, timeZone: string): Date {
  const asUtc = Date.parse(`${wall.replace(' ', 'T')}Z`)
  const ahead = (at: number) =>
    Date.parse(`${wallTime(new Date(at), timeZone).replace(' ', 'T')}Z`) - at
  return new Date(asUtc - ahead(asUtc - ahead(asUtc)))
}
