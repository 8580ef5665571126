import { sql } from 'drizzle-orm'
import { formatDay } from '../i18n/format.ts'
import type { Scope } from '../scope.ts'
import { type Calendar, shiftDay, weekday } from './calendar.ts'
import { chinaDays, chinaYears, keepsChina } from './china.ts'
import { calendarText } from './messages.ts'

type Row = { day: string; works: boolean; name: string }

/** The company's calendar: public holidays as they are published, and what the company changed. */
export async function readCalendar({ db, company, locale }: Scope): Promise<Calendar> {
  const rows = await db.execute<Row>(sql`
    select day::text as day, works, name from core.calendar_days
    where company_id = ${company.id} order by day`)
  const isChina = keepsChina(company.timeZone)
  const special = isChina ? chinaDays(locale, calendarText(locale).swapped) : new Map()
  for (const { day, works, name } of rows) special.set(day, { works, name, isOwn: true })
  return isChina ? { special, years: chinaYears } : { special }
}

/** The day it is for the company. */
export const today = ({ company, now }: Pick<Scope, 'company' | 'now'>): string =>
  formatDay(company.timeZone, now())

/** The Monday of the week that it is for the company. */
export function weekOf(scope: Pick<Scope, 'company' | 'now'>): string {
  const day = today(scope)
  return shiftDay(day, 1 - weekday(day))
}
