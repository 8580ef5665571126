import type { NotificationKind } from '../../core/module.ts'
import { vendorText } from './messages.ts'

export const vendorNotifications: readonly NotificationKind<'rollout'>[] = [
  {
    kind: 'rollout.notice-day',
    icon: 'calendar-event',
    tell: ({ locale }, { vendor, notice }) =>
      vendorText(locale).noticeTold(String(vendor), String(notice)),
    href: (id) => `/rollout/contracts/${id}`,
  },
]
