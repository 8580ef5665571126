import type { NotificationKind } from '../../core/module.ts'
import { matrixText } from './messages.ts'

/** What is told about proposals: to those who may decide them, and to who made them. */
export const matrixNotifications: readonly NotificationKind<'rollout'>[] = [
  {
    kind: 'rollout.proposed',
    icon: 'user-check',
    tell: ({ locale }) => matrixText(locale).proposals.told.proposed,
    href: (id) => `/rollout/matrix/proposals/${id}`,
  },
  ...(['made', 'refused', 'withdrawn'] as const).map(
    (outcome): NotificationKind<'rollout'> => ({
      kind: `rollout.proposal-${outcome}`,
      icon: outcome === 'made' ? 'check' : 'x',
      tell: ({ locale }) => matrixText(locale).proposals.told[outcome],
      href: () => '/rollout/matrix',
    }),
  ),
]
