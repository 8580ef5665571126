import type { Priority } from '../tickets/choices.ts'
import type { Policy } from './reading.ts'

/** What a policy is chosen by. */
export type Asked = {
  priority: Priority
  /** Of the customer; empty where none is known. */
  level: string
  categoryId: string | null
  openedAt: Date
}

type Fitting = Pick<Policy, 'priorities' | 'levels' | 'categoryIds' | 'since'>

/** The first policy in their order that fits a ticket. What was opened before one was made, none does. */
export const policyFor = <One extends Fitting>(
  policies: readonly One[],
  { priority, level, categoryId, openedAt }: Asked,
): One | undefined =>
  policies.find(
    ({ priorities, levels, categoryIds, since }) =>
      openedAt >= since &&
      fits(priorities, priority) &&
      fits(levels, level) &&
      fits(categoryIds, categoryId),
  )

const fits = <T>(asked: readonly T[], is: T | null): boolean =>
  asked.length === 0 || (is !== null && asked.includes(is))
