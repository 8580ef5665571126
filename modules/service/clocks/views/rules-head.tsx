import type { Child } from 'hono/jsx'
import type { Scope } from '../../../../core/scope.ts'
import { viewText } from '../../../../views/messages.ts'
import { PageHead } from '../../../../views/page.tsx'
import { assigningText } from '../../assigning/messages.ts'
import { hoursText } from '../../hours/messages.ts'
import { policiesText } from '../../policies/messages.ts'
import { clocksText } from '../messages.ts'

const places = {
  policies: '/service/policies',
  hours: '/service/business-hours',
  assigning: '/service/assignment-rules',
} as const

type Here = keyof typeof places

/** The way back from a page of these rules. */
export const rulesTrail = ({ locale }: Scope) => [
  { href: places.policies, label: clocksText(locale).rules },
]

/** The head of the pages that say what is promised, when it counts, and who gets what comes in. */
export const RulesHead = ({ scope, here, action }: { scope: Scope; here: Here; action: Child }) => {
  const titles = {
    policies: policiesText(scope.locale).title,
    hours: hoursText(scope.locale).title,
    assigning: assigningText(scope.locale).title,
  }
  return (
    <PageHead
      t={viewText(scope.locale).page}
      title={clocksText(scope.locale).rules}
      tabs={(Object.keys(places) as Here[]).map((key) => ({
        ...{ href: places[key], label: titles[key], current: key === here },
      }))}
      actions={action}
    />
  )
}
