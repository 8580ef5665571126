import { sql } from 'drizzle-orm'
import { readPlanned } from '../../../core/db/plan.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import { percent, shareOf } from '../../../core/reports/figures.ts'
import type { Part, Report } from '../../../core/reports/part.ts'
import type { ReportState } from '../../../core/reports/state.ts'
import type { Scope } from '../../../core/scope.ts'
import { tickets } from '../tickets/schema.ts'
import { reportsText } from './messages.ts'
import { isSolved, listOf, openedIn } from './source.ts'
import { byCategory, byChannel, byPerson, readNames, type Way } from './ways.ts'

type Row = { group: string | null; opened: number; done: number; reopened: number }

/** How much comes in, is solved and comes back, by channel, by category and by whose it is. */
export const shares: readonly Report[] = [byChannel, byCategory, byPerson].map((way) => ({
  key: way.key,
  title: ({ locale }) => reportsText(locale).ways[way.key].title,
  about: ({ locale }) => reportsText(locale).shares.about[way.key],
  read: async (scope, state) => {
    const [rows, names] = await Promise.all([readRows(scope, state, way), readNames(scope)])
    const say = ({ group }: Row) => way.say(names, group, scope.locale)
    return [toPart(scope, state, way, rows, say, ({ group }) => way.narrow(names, group))]
  },
}))

const readRows = (scope: Scope, state: ReportState, { group }: Way): Promise<Row[]> =>
  readPlanned<Row>(
    scope.db,
    sql`select ${group} as "group", count(*)::int as opened,
        count(*) filter (where ${isSolved})::int as done,
        count(*) filter (where ${tickets.reopened} > 0)::int as reopened
      from ${tickets} where ${openedIn(scope, state)} group by 1
      order by 2 desc, 1 limit 200`,
  )

function toPart(
  scope: Scope,
  state: ReportState,
  { key }: Way,
  rows: readonly Row[],
  say: (row: Row) => string,
  narrow: (row: Row) => Record<string, string>,
): Part {
  const { locale } = scope
  const t = reportsText(locale)
  const count = (value: number) => formatNumber(locale, value)
  const cell = (row: Row, value: number, filters: Record<string, string>) => ({
    text: count(value),
    href: listOf(state, { ...narrow(row), ...filters }, 'opened'),
  })
  return {
    title: t.ways[key].title,
    formula: t.shares.formula,
    columns: [
      { label: t.ways[key].column },
      ...[t.opened, t.open, t.reopened, t.reopenRate].map((label) => ({
        ...{ label, end: true as const },
      })),
    ],
    rows: rows.map((row) => [
      { text: say(row) },
      cell(row, row.opened, {}),
      cell(row, row.opened - row.done, { progress: 'undone' }),
      cell(row, row.reopened, { reopened: 'yes' }),
      { text: percent(locale, shareOf(row.reopened, row.opened)) },
    ]),
    bars: rows.slice(0, 20).map((row) => ({
      ...{ label: say(row), value: row.opened, shown: count(row.opened) },
    })),
    empty: t.nothing,
  }
}
