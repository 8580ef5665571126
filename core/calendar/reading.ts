import { sql } from 'drizzle-orm'
import type { Part } from '../db/together.ts'
import { formatDay } from '../i18n/format.ts'
import type { Locale } from '../i18n/locale.ts'
import type { Scope } from '../scope.ts'
import { type Calendar, type SpecialDay, shiftDay, weekday } from './calendar.ts'
import { chinaDays, chinaYears, keepsChina } from './china.ts'
import { calendarText } from './messages.ts'

/** A day as a company's own calendar has it. */
export type OwnDay = { day: string; works: boolean; name: string }

/** The company's calendar: public holidays as they are published, and what the company changed. */
export const readCalendar = async (scope: Scope): Promise<Calendar> =>
  calendarOf(scope, await scope.db.execute<OwnDay>(ownDays(scope).query))

/** The days that a company changed, to be read in company. */
export const ownDays = ({ company }: Scope): Part<OwnDay> => ({
  query: sql`select day::text as day, works, name from core.calendar_days
    where company_id = ${company.id} order by day`,
})

/** The calendar of a company that changed these days. */
export function calendarOf(
  { company, locale }: Pick<Scope, 'company' | 'locale'>,
  own: readonly OwnDay[],
): Calendar {
  const isChina = keepsChina(company.timeZone)
  const published = isChina ? publishedDays(locale) : none
  const ours = own.map(
    ({ day, works, name }) => [day, { works, name, isOwn: true }] as [string, SpecialDay],
  )
  const special = ours.length > 0 ? new Map([...published, ...ours]) : published
  return isChina ? { special, years: chinaYears } : { special }
}

const none: ReadonlyMap<string, SpecialDay> = new Map()

const kept = new Map<Locale, ReadonlyMap<string, SpecialDay>>()

/** Two hundred days that never change are made once: pages ask for them at every turn. */
function publishedDays(locale: Locale): ReadonlyMap<string, SpecialDay> {
  const found = kept.get(locale) ?? chinaDays(locale, calendarText(locale).swapped)
  kept.set(locale, found)
  return found
}

/** The day it is for the company. */
export const today = ({ company, now }: Pick<Scope, 'company' | 'now'>): string =>
  formatDay(company.timeZone, now())

/** The Monday of the week that it is for the company. */
export function weekOf(scope: Pick<Scope, 'company' | 'now'>): string {
  const day = today(scope)
  return shiftDay(day, 1 - weekday(day))
}
