import type { Child } from 'hono/jsx'
import type { Scope } from '../../../../core/scope.ts'
import { viewText } from '../../../../views/messages.ts'
import { PageHead } from '../../../../views/page.tsx'
import { hoursText } from '../../hours/messages.ts'
import { policiesText } from '../../policies/messages.ts'
import { clocksText } from '../messages.ts'

type Here = 'policies' | 'hours'

const places = { policies: '/service/policies', hours: '/service/business-hours' } as const

/** The way back from a page of these rules. */
export const rulesTrail = ({ locale }: Scope) => [
  { href: places.policies, label: clocksText(locale).rules },
]

/** The head of the pages that say what is promised and when it counts. */
export const RulesHead = ({ scope, here, action }: { scope: Scope; here: Here; action: Child }) => {
  const titles = {
    policies: policiesText(scope.locale).title,
    hours: hoursText(scope.locale).title,
  }
  return (
    <PageHead
      t={viewText(scope.locale).page}
      title={clocksText(scope.locale).rules}
      tabs={(['policies', 'hours'] as const).map((key) => ({
        ...{ href: places[key], label: titles[key], current: key === here },
      }))}
      actions={action}
    />
  )
}
