import { sql } from 'drizzle-orm'
import { readPlanned } from '../../../core/db/plan.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import { leastForShare } from '../../../core/reports/figures.ts'
import { reportsText as commonText } from '../../../core/reports/messages.ts'
import type { Cell, Part, Report } from '../../../core/reports/part.ts'
import type { ReportState } from '../../../core/reports/state.ts'
import type { Scope } from '../../../core/scope.ts'
import { sayMinutes } from '../clocks/duration.ts'
import { readWorkTimes } from '../hours/reading.ts'
import { workBetween } from '../hours/work-time.ts'
import { type Priority, priorities, priority as said } from '../tickets/choices.ts'
import { tickets } from '../tickets/schema.ts'
import { reportsText } from './messages.ts'
import { listOf, openedIn } from './source.ts'

type Row = {
  priority: Priority
  departmentId: string | null
  openedAt: Date
  firstResponseAt: Date | null
  solvedAt: Date | null
}

/** The newest that are reckoned; the sentence says so where there are more. */
const mostTickets = 10_000

/** How long customers wait for a first answer and for a solution, in business time. */
export const times: Report = {
  key: 'times',
  title: ({ locale }) => reportsText(locale).times.title,
  about: ({ locale }) => reportsText(locale).times.about,
  read: async (scope, state) => {
    const [rows, workTimes] = await Promise.all([
      readPlanned<Row>(
        scope.db,
        sql`select ${tickets.priority} as priority, ${tickets.departmentId} as "departmentId",
            ${tickets.openedAt} as "openedAt", ${tickets.firstResponseAt} as "firstResponseAt",
            ${tickets.solvedAt} as "solvedAt"
          from ${tickets} where ${openedIn(scope, state)}
          order by ${tickets.openedAt} desc limit ${mostTickets}`,
      ),
      readWorkTimes(scope),
    ])
    return [
      toPart(scope, state, rows, ({ departmentId, openedAt }, end) =>
        workBetween(workTimes(departmentId), openedAt.getTime(), end.getTime()),
      ),
    ]
  },
}

type Reckon = (row: Row, end: Date) => number

function toPart(scope: Scope, state: ReportState, rows: readonly Row[], reckon: Reckon): Part {
  const { locale } = scope
  const t = reportsText(locale)
  const of = (which: readonly Row[], field: 'firstResponseAt' | 'solvedAt') =>
    which
      .flatMap((row) => {
        const end = row[field]
        return end && end >= row.openedAt ? reckon(row, end) : []
      })
      .sort((a, b) => a - b)
  const cells = (all: readonly number[]): Cell[] => [
    { text: sayTime(scope, all, 0.5) },
    { text: sayTime(scope, all, 0.9) },
    { text: formatNumber(locale, all.length) },
  ]
  const unclear = rows.filter(({ openedAt, firstResponseAt, solvedAt }) =>
    [firstResponseAt, solvedAt].some((end) => end && end < openedAt),
  ).length
  const kept = [...priorities]
    .reverse()
    .filter(({ key }) => rows.some((row) => row.priority === key))
  return {
    title: t.times.byPriority,
    summary: [
      rows.length === mostTickets && t.times.most(formatNumber(locale, mostTickets)),
      unclear > 0 && t.times.unclear(formatNumber(locale, unclear)),
    ]
      .filter(Boolean)
      .join(' '),
    formula: t.times.formula,
    columns: [
      { label: t.priority },
      ...[t.times.firstMedian, t.times.firstMost, t.times.firstCount].map(ended),
      ...[t.times.solveMedian, t.times.solveMost, t.times.solveCount].map(ended),
    ],
    rows: kept.map(({ key }) => {
      const mine = rows.filter((row) => row.priority === key)
      return [
        { text: said.print(key, locale), href: listOf(state, { priority: key }, 'opened') },
        ...cells(of(mine, 'firstResponseAt')),
        ...cells(of(mine, 'solvedAt')),
      ]
    }),
    empty: t.nothing,
  }
}

const ended = (label: string) => ({ label, end: true as const })

/** A quantile of sorted times, by the nearest rank; with too few it says so. */
function sayTime({ locale }: Scope, sorted: readonly number[], share: number): string {
  if (sorted.length < leastForShare) return commonText(locale).tooFew
  const at = sorted[Math.ceil(sorted.length * share) - 1] ?? 0
  return sayMinutes(locale, at / 60_000)
}
