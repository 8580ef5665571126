import type { NotificationKind } from '../../core/module.ts'
import { riskText } from './messages.ts'
import { titleOf } from './risks.ts'

export const riskNotifications: readonly NotificationKind<'rollout'>[] = [
  {
    kind: 'rollout.risk-opened',
    icon: 'alert-triangle',
    tell: ({ locale }, { code }) => {
      const known = typeof code === 'string' ? titleOf(locale, { title: null, code }) : ''
      return riskText(locale).opened(known || riskText(locale).aRisk)
    },
    href: () => '/rollout/risks',
  },
]
