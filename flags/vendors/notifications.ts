import { formatMoment } from '../../core/i18n/format.ts'
import type { NotificationKind } from '../../core/module.ts'
import type { Clock } from './choices.ts'
import { vendorText } from './messages.ts'

/** That the clock of an incident runs out, or ran out. */
const clockTold = (sign: 'soon' | 'over'): NotificationKind<'rollout'> => ({
  kind: `rollout.clock-${sign}`,
  icon: 'alert-triangle',
  tell: ({ locale, company }, { title, clock, due }) => {
    const { clocks, told } = vendorText(locale).incident
    const when = formatMoment(locale, company.timeZone, new Date(String(due)))
    return told[sign](String(title), clocks[clock as Clock], when)
  },
  href: () => '/rollout/contracts/incidents',
})

export const vendorNotifications: readonly NotificationKind<'rollout'>[] = [
  {
    kind: 'rollout.notice-day',
    icon: 'calendar-event',
    tell: ({ locale }, { vendor, notice }) =>
      vendorText(locale).noticeTold(String(vendor), String(notice)),
    href: (id) => `/rollout/contracts/${id}`,
  },
  clockTold('soon'),
  clockTold('over'),
]
