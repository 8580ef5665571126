import { sql } from 'drizzle-orm'
import { readPlanned } from '../../../core/db/plan.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import { percent, shareOf } from '../../../core/reports/figures.ts'
import type { Part, Report } from '../../../core/reports/part.ts'
import { iso, type ReportState } from '../../../core/reports/state.ts'
import type { Scope } from '../../../core/scope.ts'
import { tickets } from '../tickets/schema.ts'
import { reportsText } from './messages.ts'
import { happenedIn, isSolved, listOf, openedIn, ticketsOf } from './source.ts'

type Month = { month: string; opened: number; solved: number }
type Whole = { opened: number; done: number; reopened: number }

/** More months than these are not shown one by one. */
const mostMonths = 36

/** How much comes in, how much is solved, and how much of it comes back. */
export const volume: Report = {
  key: 'volume',
  title: ({ locale }) => reportsText(locale).volume.title,
  about: ({ locale }) => reportsText(locale).volume.about,
  read: async (scope, state) => {
    const month = (column: ReturnType<typeof sql>) =>
      sql`to_char(${column} at time zone ${scope.company.timeZone}, 'YYYY-MM')`
    const solved = sql`${tickets.solvedAt}`
    const [[whole], months] = await Promise.all([
      readPlanned<Whole>(
        scope.db,
        sql`select count(*)::int as opened, count(*) filter (where ${isSolved})::int as done,
          count(*) filter (where ${tickets.reopened} > 0)::int as reopened
        from ${tickets} where ${openedIn(scope, state)}`,
      ),
      readPlanned<Month>(
        scope.db,
        sql`select month, sum(opened)::int as opened, sum(solved)::int as solved from (
          select ${month(sql`${tickets.openedAt}`)} as month, count(*) as opened, 0 as solved
          from ${tickets} where ${openedIn(scope, state)} group by 1
          union all
          select ${month(solved)}, 0, count(*) from ${tickets}
          where ${ticketsOf(scope, state)} and ${happenedIn(scope, solved, state)} group by 1) m
        group by month order by month desc limit ${mostMonths}`,
      ),
    ])
    if (!whole || whole.opened === 0) return [monthPart(scope, state, [])]
    return [wholePart(scope, state, whole), monthPart(scope, state, [...months].reverse())]
  },
}

function wholePart(scope: Scope, state: ReportState, { opened, done, reopened }: Whole): Part {
  const { locale } = scope
  const t = reportsText(locale)
  const count = (value: number) => formatNumber(locale, value)
  const share = percent(locale, shareOf(reopened, opened))
  return {
    title: t.volume.whole,
    summary: t.volume.summary(count(opened), count(done), share),
    formula: t.volume.formula,
    columns: [{ label: t.figure }, { label: t.count, end: true }],
    rows: [
      [{ text: t.opened }, { text: count(opened), href: listOf(state, {}, 'opened') }],
      [
        { text: t.open },
        { text: count(opened - done), href: listOf(state, { progress: 'undone' }, 'opened') },
      ],
      [
        { text: t.reopened },
        { text: count(reopened), href: listOf(state, { reopened: 'yes' }, 'opened') },
      ],
      [{ text: t.reopenRate }, { text: share }],
    ],
  }
}

function monthPart(scope: Scope, state: ReportState, months: readonly Month[]): Part {
  const { locale } = scope
  const t = reportsText(locale)
  const count = (value: number) => formatNumber(locale, value)
  return {
    title: t.volume.byMonth,
    columns: [{ label: t.month }, { label: t.opened, end: true }, { label: t.solved, end: true }],
    rows: months.map(({ month, opened, solved }) => {
      const only = { ...state, period: cut(state, monthOf(month)) }
      return [
        { text: month },
        { text: count(opened), href: listOf(only, {}, 'opened') },
        { text: count(solved), href: listOf(only, {}, 'solved') },
      ]
    }),
    bars: months.map(({ month, opened }) => ({
      ...{ label: month, value: opened, shown: count(opened) },
    })),
    empty: t.nothing,
  }
}

function monthOf(month: string) {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return { from: iso(year, number, 1), to: iso(year, number + 1, 0) }
}

/** A month as far as it lies in the report's period. */
const cut = ({ period }: ReportState, { from, to }: { from: string; to: string }) => ({
  from: period.from && period.from > from ? period.from : from,
  to: period.to && period.to < to ? period.to : to,
})
