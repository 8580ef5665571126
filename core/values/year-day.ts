import type { Locale } from '../i18n/locale.ts'
import { parseDate, printDate } from './date.ts'
import { type Parsed, understood } from './parsed.ts'
import { plainWidth, unusable } from './typed.ts'

/** A day of the calendar of one year, or of every year when nobody knows or says which. */
export type YearDay = { year: number | null; month: number; day: number }

const chinese = /^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/
const iso = /^(?:--)?(\d{1,2})-(\d{1,2})$/
const dayMonth = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?$/i
const monthDay = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?$/i

/** A year with a leap day, so that 29 February can be typed without a year. */
const anyYear = 2024

/**
 * A day with a year, as `parseDate` takes it, or without one: 3月5日 · 5 March · March 5 · 03-05.
 * 5/3 means two days to two people, and is refused.
 */
export function parseYearDay(text: string): Parsed<YearDay> {
  const bad = unusable(text)
  if (bad) return bad
  const typed = plainWidth(text)
  const plain = withoutYear(typed)
  const parsed = parseDate(plain ? `${plain} ${anyYear}` : (withYear(typed) ?? typed))
  if (!parsed.ok) return parsed
  const [year = 0, month = 0, day = 0] = parsed.value.split('-').map(Number)
  const isKnown = plain === undefined && withYear(typed) === undefined
  return understood({ year: isKnown ? year : null, month, day })
}

/** 5 March, as it would stand before a year. */
function withoutYear(typed: string): string | undefined {
  const [, day, month] = dayMonth.exec(typed) ?? []
  if (day) return `${day} ${month}`
  const [, name, number] = monthDay.exec(typed) ?? []
  return name ? `${number} ${name}` : undefined
}

/** 3-5, with a year before it. */
function withYear(typed: string): string | undefined {
  const [, month, day] = chinese.exec(typed) ?? iso.exec(typed) ?? []
  return month ? `${anyYear}-${month}-${day}` : undefined
}

const two = (number: number): string => String(number).padStart(2, '0')

/** The day in ISO 8601: 1990-03-05, or --03-05 without a year. */
export const isoYearDay = ({ year, month, day }: YearDay): string =>
  `${year ?? '-'}-${two(month)}-${two(day)}`

const english = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })

/** 1990年3月5日 and 3月5日; 5 Mar 1990 and 5 March. */
export function printYearDay(at: YearDay, locale: Locale): string {
  const { year, month, day } = at
  if (year !== null) return printDate(isoYearDay(at), locale)
  if (locale === 'zh-CN') return `${month}月${day}日`
  return `${day} ${english.format(new Date(Date.UTC(anyYear, month - 1, day)))}`
}
