import type { Scope } from '../../../core/scope.ts'
import { type Priority, priorities } from '../tickets/choices.ts'
import { policiesText } from './messages.ts'
import type { PolicyInput } from './reading.ts'

/** Business hours to the first answer, each later one, and the solution; a day has about nine. */
const hours: Record<Priority, readonly [first: number, next: number, solve: number]> = {
  urgent: [1, 2, 9],
  high: [2, 4, 18],
  normal: [4, 9, 45],
  low: [9, 18, 90],
}

/** What a company may begin with: a promise for each priority, the most pressing first. */
export const usualPolicies = ({ company }: Pick<Scope, 'company'>): PolicyInput[] =>
  [...priorities].reverse().map(({ key, label }, position) => {
    const [first, next, solve] = hours[key]
    return {
      ...usualPolicy,
      ...{ name: policiesText(company.locale).usualName(label[company.locale]), position },
      priorities: [key],
      ...{ firstMinutes: first * 60, nextMinutes: next * 60, solveMinutes: solve * 60 },
    }
  })

/** What a new policy says until somebody says otherwise. */
export const usualPolicy: PolicyInput = {
  ...{ name: '', position: 0, priorities: [], levels: [], categoryIds: [] },
  ...{ firstMinutes: null, nextMinutes: null, solveMinutes: null },
  ...{ pauses: ['waiting_customer'], warnPercent: 75, escalates: true },
}
