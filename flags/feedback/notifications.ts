import type { NotificationKind } from '../../core/module.ts'
import { feedbackText } from './messages.ts'

export const feedbackNotifications: readonly NotificationKind<'rollout'>[] = [
  {
    kind: 'rollout.feedback',
    icon: 'message-circle',
    tell: ({ locale }) => feedbackText(locale).told,
    text: ({ text }) => String(text),
    href: () => '/rollout/feedback',
  },
  {
    kind: 'rollout.feedback-answered',
    icon: 'message-circle',
    tell: ({ locale }) => feedbackText(locale).toldAnswer,
    text: ({ text }) => String(text),
    href: () => '/rollout/feedback/mine',
  },
]
