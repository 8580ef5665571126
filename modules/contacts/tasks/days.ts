import { formatDay } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { contactsTaskText } from './messages.ts'

/** Today in the company's calendar, 2026-03-05. */
export const today = ({ company, now }: Scope): string => formatDay(company.timeZone, now())

/** The hour of the company's day, 0 to 23. */
const localHour = ({ company, now }: Scope): number =>
  Number(
    new Intl.DateTimeFormat('en', {
      timeZone: company.timeZone,
      hour: 'numeric',
      hourCycle: 'h23',
    }).format(now()),
  )

/** Before this hour of the company's day nobody is reminded of anything. */
const firstHour = 8

export const isDaytime = (scope: Scope): boolean => localHour(scope) >= firstHour

/** Whole days from one day to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

export type When = 'overdue' | 'today' | 'later'

export const whenDue = (scope: Scope, dueOn: string): When => {
  const now = today(scope)
  return dueOn < now ? 'overdue' : dueOn === now ? 'today' : 'later'
}

/** A due day as people say it: today, tomorrow, 3 days late, or the day itself. */
export function sayDue(scope: Scope, dueOn: string): string {
  const t = contactsTaskText(scope.locale)
  const days = daysBetween(today(scope), dueOn)
  if (days < 0) return t.late(-days)
  if (days === 0) return t.today
  return days === 1 ? t.tomorrow : printDate(dueOn, scope.locale)
}
