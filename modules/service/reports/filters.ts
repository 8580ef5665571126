import { type SQL, sql } from 'drizzle-orm'
import type { ListFilter } from '../../../core/lists/list-filter.ts'
import { listsText } from '../../../core/lists/messages.ts'
import { momentIn, readPeriod, sayPeriod } from '../../../core/reports/period.ts'
import { chosen } from '../tickets/chosen-filter.tsx'
import { tickets } from '../tickets/schema.ts'
import { reportsText } from './messages.ts'

/** From one day to another, as a report that leads here had it. */
const during = (name: 'opened' | 'solved', column: SQL): ListFilter => ({
  name,
  condition: ({ company }, value) => momentIn(column, company.timeZone, readPeriod(value)),
  say: (scope, value) =>
    listsText(scope.locale).chip(
      reportsText(scope.locale)[name],
      sayPeriod(scope, readPeriod(value)),
    ),
})

/** Ages of what is not solved yet: from so many days on, and below so many; null for no end. */
export const ages = [
  { key: '0-1', from: 0, below: 1 },
  { key: '1-3', from: 1, below: 3 },
  { key: '3-7', from: 3, below: 7 },
  { key: '7-30', from: 7, below: 30 },
  { key: '30-', from: 30, below: null },
] as const
export type AgeKey = (typeof ages)[number]['key']

/** Whether a ticket was opened so long ago. */
export const isAged = (key: string): SQL => {
  const age = ages.find((one) => one.key === key)
  if (!age) return sql`false`
  const before = (days: number) => sql`now() - ${days} * interval '1 day'`
  return sql`(${tickets.openedAt} <= ${before(age.from)}
    ${age.below === null ? sql`` : sql`and ${tickets.openedAt} > ${before(age.below)}`})`
}

/**
 * Whether a ticket's time until an answer, or a solution, is known, as `timedBy` says it: that did not
 * come before it was opened, and when it was opened was told and not taken from what came first.
 */
const isTimed = (until: string): SQL => {
  const { openedAt, firstResponseAt, solvedAt } = tickets
  return sql`(${until === 'solve' ? solvedAt : firstResponseAt} > ${openedAt}
    and ${firstResponseAt} is distinct from ${openedAt} and ${solvedAt} is distinct from ${openedAt})`
}

/** The filters that reports lead to tickets by. */
export const reportFilters: readonly ListFilter[] = [
  during('opened', sql`${tickets.openedAt}`),
  during('solved', sql`${tickets.solvedAt}`),
  chosen(
    'age',
    (locale) => reportsText(locale).age,
    (locale) => ages.map(({ key }) => ({ value: key, label: reportsText(locale).ages[key] })),
    isAged,
  ),
  chosen(
    'timed',
    (locale) => reportsText(locale).timed,
    (locale) => [
      { value: 'first', label: reportsText(locale).timedUntil.first },
      { value: 'solve', label: reportsText(locale).timedUntil.solve },
    ],
    isTimed,
  ),
  chosen(
    'reopened',
    (locale) => reportsText(locale).reopened,
    (locale) => [{ value: 'yes', label: reportsText(locale).reopenedYes }],
    () => sql`${tickets.reopened} > 0`,
  ),
]
