import { addWorkingDays, shiftDay } from '../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../core/calendar/reading.ts'
import type { Fields } from '../../core/http/fields.ts'
import type { Scope } from '../../core/scope.ts'
import { parseDate } from '../../core/values/date.ts'
import { surveysText } from './messages.ts'

/** So many calendar days a round stays open at most. */
const longest = 60

/** The last day of a round that is to be opened, as it was typed; what is wrong stands in `fields`. */
export function readClosesOn(scope: Scope, fields: Fields): string {
  const t = surveysText(scope.locale)
  const closesOn = fields.need('closesOn', t.closesOn, parseDate, '')
  if (closesOn < today(scope)) fields.refuse('closesOn', t.closesPast)
  if (closesOn > shiftDay(today(scope), longest)) fields.refuse('closesOn', t.closesFar)
  return closesOn
}

/** The day that is proposed: so many working days from now. */
export const proposeEnd = async (scope: Scope, days: number): Promise<string> =>
  addWorkingDays(await readCalendar(scope), today(scope), days)
