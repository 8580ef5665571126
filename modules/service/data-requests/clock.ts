import { monthsLater } from '../../../core/calendar/calendar.ts'
import type { Company } from '../../../core/scope.ts'

/** The laws under which customers ask about their data. Keys are stored. */
export const laws = ['pipl', 'gdpr'] as const
export type Law = (typeof laws)[number]

/** The law that a firm is asked under as long as nobody says another: that of where it works. */
export const usualLaw = ({ locale, timeZone }: Pick<Company, 'locale' | 'timeZone'>): Law =>
  locale !== 'zh-CN' && timeZone.startsWith('Europe/') ? 'gdpr' : 'pipl'

/**
 * The last day on which a request must be answered, counted from the day it came; ISO days.
 *
 * China: the Personal Information Protection Law, article 50, asks for an answer in time without a
 * number; GB/T 35273-2020, 8.7, says thirty days. EU: GDPR, article 12(3): one month, which may be
 * extended by two further months when the customer is told why within the first.
 * @param extended whether the customer was told of the extension; China knows none
 */
export function lastDayOf(law: Law, receivedOn: string, extended: boolean): string {
  if (law === 'gdpr') return monthsLater(receivedOn, extended ? 3 : 1)
  const day = new Date(`${receivedOn}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 30)
  return day.toISOString().slice(0, 10)
}

/** Days left; negative when the last one has passed. */
export const daysLeft = (today: string, lastDay: string): number =>
  Math.round((Date.parse(lastDay) - Date.parse(today)) / 86_400_000)
