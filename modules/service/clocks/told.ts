import { formatMoment } from '../../../core/i18n/format.ts'
import type { NotificationKind, TimelineKind } from '../../../core/module.ts'
import { clocksText } from './messages.ts'
import type { ClockKind } from './reckoning.ts'
import { dueSoon, overdue } from './telling.ts'

type Data = Record<string, unknown>

const kindOf = (data: Data) => data.clock as ClockKind

/** That a promise to a customer was broken, in the history of a ticket. */
export const clockTimeline: readonly TimelineKind<'service'>[] = [
  {
    kind: overdue,
    icon: 'clock',
    tell: ({ locale }, data) => clocksText(locale).broken[kindOf(data)],
  },
]

/** What owners and leads are told while they can still do something, and when it is too late. */
export const clockNotices: readonly NotificationKind<'service'>[] = [
  {
    kind: dueSoon,
    icon: 'clock',
    tell: ({ locale, company }, data) =>
      clocksText(locale).dueSoon[kindOf(data)](
        formatMoment(locale, company.timeZone, new Date(String(data.at))),
      ),
  },
  {
    kind: overdue,
    icon: 'alert-triangle',
    tell: ({ locale }, data) => clocksText(locale).overdue[kindOf(data)],
  },
]
