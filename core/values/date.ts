import type { Locale } from '../i18n/locale.ts'
import { type Parsed, refused, understood } from './parsed.ts'
import { plainWidth, unusable } from './typed.ts'

/** In which order a file or a person writes day and month before the year. */
export type DateOrder = 'DMY' | 'MDY'

const yearFirst = /^(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*[日号]?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const yearLast = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/
const dayMonthName = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})$/i
const monthNameDay = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i
const shortYear = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$|^\d{2}年|[a-z]{3}[\s-]\d{2}$/i
const timeBehind = /^(.*\d[日号]?)[T\s]\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i
const months =
  'january february march april may june july august september october november december'
    .split(' ')
    .map((name) => name.slice(0, 3))

/**
 * A calendar day as people type it: 2026年3月5日 · 2026-3-5 · 20260305 · 5 Mar 2026 · 05-03-2026.
 * A time behind the day is let go. 05-03-2026 can mean two days: without `order` it is refused,
 * unless one of its numbers can only be a day.
 * @returns the ISO day, 2026-03-05
 */
export function parseDate(text: string, { order }: { order?: DateOrder } = {}): Parsed<string> {
  const bad = unusable(text)
  if (bad) return bad
  const typed = plainWidth(text)
  const day = timeBehind.exec(typed)?.[1] ?? typed
  const [year, month, date] = yearMonthDay(day)
  if (year !== undefined) return accept(text, isoDay(year, month, date))
  const [, first, second, last] = (yearLast.exec(day) ?? []).map(Number)
  if (last === undefined) return refused(shortYear.test(day) ? 'shortYear' : 'notADate')
  const dayFirst = isoDay(last, second, first)
  const monthFirst = isoDay(last, first, second)
  if (order) return accept(text, order === 'DMY' ? dayFirst : monthFirst)
  if (dayFirst && monthFirst && dayFirst !== monthFirst)
    return refused('ambiguousDate', dayFirst, monthFirst)
  return accept(text, dayFirst ?? monthFirst)
}

const accept = (typed: string, iso: string | undefined): Parsed<string> =>
  iso ? understood(iso, typed, iso) : refused('noSuchDay')

/** The three numbers of every form that leaves no doubt about which is which. */
function yearMonthDay(text: string): [number, number, number] | [] {
  const sure = yearFirst.exec(text) ?? compact.exec(text)
  if (sure) return [Number(sure[1]), Number(sure[2]), Number(sure[3])]
  const named = dayMonthName.exec(text)
  if (named) return [Number(named[3]), monthOf(named[2]), Number(named[1])]
  const english = monthNameDay.exec(text)
  return english ? [Number(english[3]), monthOf(english[1]), Number(english[2])] : []
}

const monthOf = (name = ''): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1

/** The ISO day, or undefined when the calendar has no such day; years 1000 to 9999. */
function isoDay(year: number, month = 0, day = 0): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day))
  const whole = year >= 1000 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return whole ? at.toISOString().slice(0, 10) : undefined
}

/**
 * The order that a column's own cells give away: one cell with 20-10-2016 settles the column.
 * Undefined when no cell does, or when two contradict each other.
 */
export function guessDateOrder(cells: Iterable<string>): DateOrder | undefined {
  let dayFirst = false
  let monthFirst = false
  for (const cell of cells) {
    const found = yearLast.exec(plainWidth(cell))
    if (found && Number(found[1]) > 12) dayFirst = true
    if (found && Number(found[2]) > 12) monthFirst = true
  }
  if (dayFirst === monthFirst) return undefined
  return dayFirst ? 'DMY' : 'MDY'
}

const english = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' })

/** 2026年3月5日 in Chinese, 5 Mar 2026 in English. */
export function printDate(iso: string, locale: Locale): string {
  const year = Number(iso.slice(0, 4))
  const day = printDayOfYear(iso, locale)
  return locale === 'zh-CN' ? `${year}年${day}` : `${day} ${year}`
}

/** The same where the year is known: 3月5日, 5 Mar. */
export function printDayOfYear(iso: string, locale: Locale): string {
  const [, month, day] = iso.split('-').map(Number)
  return locale === 'zh-CN' ? `${month}月${day}日` : `${day} ${english.format(new Date(iso))}`
}
