import arrangement from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { Locale } from '../i18n/locale.ts'
import type { SpecialDay } from './calendar.ts'

/** Time zones of firms that keep China's public holidays. */
const zones = new Set(['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Harbin'])

export const keepsChina = (timeZone: string): boolean => zones.has(timeZone)

const holidays: Record<string, string> = arrangement.holidays
const workdays: Record<string, string> = arrangement.workdays

/** Years whose arrangement the State Council had published when this version was made. */
export const chinaYears: ReadonlySet<number> = new Set(
  Object.keys(holidays).map((day) => Number(day.slice(0, 4))),
)

const nameOf = (entry: string, locale: Locale): string => {
  const [english = '', chinese = ''] = entry.split(',')
  return locale === 'en' ? english : chinese
}

/** China's public holidays, and the weekend days that are worked instead (调休). */
export function chinaDays(locale: Locale, swapped: (holiday: string) => string) {
  const days = new Map<string, SpecialDay>()
  for (const [day, entry] of Object.entries(holidays))
    days.set(day, { works: false, name: nameOf(entry, locale), isOwn: false })
  for (const [day, entry] of Object.entries(workdays))
    days.set(day, { works: true, name: swapped(nameOf(entry, locale)), isOwn: false })
  return days
}
