import type { NotificationKind, TimelineKind } from '../../../core/module.ts'
import { printDate } from '../../../core/values/date.ts'
import type { YearDay } from '../../../core/values/year-day.ts'
import type { DateInput } from './dates.ts'
import { datesText } from './messages.ts'
import { nameOf, sayDate } from './words.ts'

type Named = Pick<DateInput, 'kind' | 'name'>

const deeds = [
  ['added', 'calendar-plus'],
  ['changed', 'calendar-event'],
  ['removed', 'calendar'],
] as const

/** How what happens to important dates reads in a record's timeline. */
export const dateTimeline: readonly TimelineKind<'contacts'>[] = deeds.map(([deed, icon]) => ({
  kind: `contacts.date-${deed}`,
  icon,
  tell: ({ locale }, data) => {
    const { year, month, day } = data as YearDay
    return datesText(locale).told[deed](
      sayDate(locale, { ...(data as Named), at: { year, month, day } }),
    )
  },
}))

export const dateNear = 'contacts.date-near'

/** What the owner of a record is told when one of its days comes near. */
export const dateNotice: NotificationKind<'contacts'> = {
  kind: dateNear,
  icon: 'calendar-event',
  tell: ({ locale }, data) =>
    datesText(locale).notice(nameOf(locale, data as Named), printDate(String(data.on), locale)),
}
