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
import { type WorkTime, workBetween } from '../hours/work-time.ts'
import { tickets } from '../tickets/schema.ts'
import { reportsText } from './messages.ts'
import { listOf, openedIn } from './source.ts'
import { inOrder, type Names, readNames, type Way, ways } from './ways.ts'

type Row = Record<Way['key'], string | null> & {
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
    const groups = ways.map(({ key, group }) => sql`${group} as ${sql.identifier(key)}`)
    const [rows, workTimes, names] = await Promise.all([
      readPlanned<Row>(
        scope.db,
        sql`select ${sql.join(groups, sql`, `)}, ${tickets.departmentId} as "departmentId",
            ${tickets.openedAt} as "openedAt", ${tickets.firstResponseAt} as "firstResponseAt",
            ${tickets.solvedAt} as "solvedAt"
          from ${tickets} where ${openedIn(scope, state)}
          order by ${tickets.openedAt} desc limit ${mostTickets}`,
      ),
      readWorkTimes(scope),
      readNames(scope),
    ])
    const timed = rows.map((row) => timedBy(row, workTimes(row.departmentId)))
    const isWhole = rows.length < mostTickets
    return ways.map((way, at) => ({
      ...toPart(scope, state, way, names, timed, isWhole),
      ...(at === 0 && { summary: sayLeft(scope, timed, isWhole) }),
    }))
  },
}

/** Business time in milliseconds; undefined where there is no end, or none that tells anything. */
type Timed = Row & { first?: number; solve?: number; isUnclear: boolean }

/**
 * How long a ticket took. Nothing is told by an end before it was opened, nor where a file said nothing
 * of when that was: then the first that it told stands for it, and was no answer in no time.
 */
function timedBy(row: Row, work: WorkTime): Timed {
  const { firstResponseAt, solvedAt } = row
  const opened = row.openedAt.getTime()
  const ends = [firstResponseAt, solvedAt].flatMap((end) => end?.getTime() ?? [])
  const isToldLater = ends.includes(opened)
  const until = (end: Date | null) =>
    end && end.getTime() > opened && !isToldLater
      ? workBetween(work, opened, end.getTime())
      : undefined
  const isUnclear = isToldLater || ends.some((end) => end < opened)
  return { ...row, first: until(firstResponseAt), solve: until(solvedAt), isUnclear }
}

function sayLeft({ locale }: Scope, rows: readonly Timed[], isWhole: boolean): string {
  const t = reportsText(locale).times
  const unclear = rows.filter(({ isUnclear }) => isUnclear).length
  return [
    !isWhole && t.most(formatNumber(locale, mostTickets)),
    unclear > 0 && t.unclear(formatNumber(locale, unclear)),
  ]
    .filter(Boolean)
    .join(' ')
}

/** @param isWhole whether all of the period's tickets are reckoned, so that the list shows the same */
function toPart(
  scope: Scope,
  state: ReportState,
  way: Way,
  names: Names,
  rows: readonly Timed[],
  isWhole: boolean,
): Part {
  const { locale } = scope
  const t = reportsText(locale)
  const cells = (
    mine: readonly Timed[],
    end: 'first' | 'solve',
    filters: Record<string, string>,
  ): Cell[] => {
    const all = mine.flatMap((row) => row[end] ?? []).sort((a, b) => a - b)
    const count = { text: formatNumber(locale, all.length) }
    const href = listOf(state, { ...filters, timed: end }, 'opened')
    return [
      { text: sayTime(scope, all, 0.5) },
      { text: sayTime(scope, all, 0.9) },
      isWhole ? { ...count, href } : count,
    ]
  }
  const groups = [...Map.groupBy(rows, (row) => row[way.key])]
    .map(([group, mine]) => ({ group, mine }))
    .sort((one, other) => other.mine.length - one.mine.length)
  return {
    title: t.ways[way.key].title,
    formula: t.times.formula,
    columns: [
      { label: t.ways[way.key].column },
      ...[t.times.firstMedian, t.times.firstMost, t.times.firstCount].map(ended),
      ...[t.times.solveMedian, t.times.solveMost, t.times.solveCount].map(ended),
    ],
    rows: inOrder(way, groups).map(({ group, mine }) => {
      const filters = way.narrow(names, group)
      return [
        { text: way.say(names, group, locale) },
        ...cells(mine, 'first', filters),
        ...cells(mine, 'solve', filters),
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
