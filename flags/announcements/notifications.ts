import type { NotificationKind } from '../../core/module.ts'
import { announcementText } from './messages.ts'

export const announcementNotifications: readonly NotificationKind<'rollout'>[] = [
  {
    kind: 'rollout.announcement',
    icon: 'presentation',
    tell: ({ locale }) => announcementText(locale).told,
    text: ({ text }) => String(text),
    href: (id) => `/rollout/announcements/${id}`,
  },
]
