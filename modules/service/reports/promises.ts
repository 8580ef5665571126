import { sql } from 'drizzle-orm'
import { readPlanned } from '../../../core/db/plan.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import { percent, shareOf } from '../../../core/reports/figures.ts'
import type { Part, Report } from '../../../core/reports/part.ts'
import type { ReportState } from '../../../core/reports/state.ts'
import type { Scope } from '../../../core/scope.ts'
import { isBroken, isKept } from '../clocks/filters.tsx'
import { clocksText } from '../clocks/messages.ts'
import { type ClockKind, clockKinds } from '../clocks/reckoning.ts'
import { clocks } from '../clocks/schema.ts'
import { tickets } from '../tickets/schema.ts'
import { reportsText } from './messages.ts'
import { listOf, openedIn } from './source.ts'
import { inOrder, readNames, type Way, ways } from './ways.ts'

const outcomes = ['kept', 'broken'] as const
type Outcome = (typeof outcomes)[number]

/** Of a clock how many were kept and broken, and on how many tickets: one may be answered often. */
type Row = { kind: ClockKind; group: string | null } & Record<Outcome | `${Outcome}On`, number>

/** How many promises are kept, by which they are, how pressing it was, how it came, what it is about, and whose. */
export const promises: Report = {
  key: 'promises',
  title: ({ locale }) => reportsText(locale).promises.title,
  about: ({ locale }) => reportsText(locale).promises.about,
  read: async (scope, state) => {
    const { locale } = scope
    const [whole, names, ...each] = await Promise.all([
      readRows(scope, state),
      readNames(scope),
      ...ways.map((way) => readRows(scope, state, way)),
    ])
    const kindOf = ({ kind }: Row) => clocksText(locale).kinds[kind]
    return [
      toPart(scope, state, reportsText(locale).promises.title, whole, kindOf, () => ({})),
      ...ways.map((way, at) =>
        toPart(
          scope,
          state,
          reportsText(locale).ways[way.key].title,
          inOrder(way, each[at] ?? []),
          (row) => `${way.say(names, row.group, locale)} · ${kindOf(row)}`,
          ({ group }) => way.narrow(names, group),
        ),
      ),
    ]
  },
}

const readRows = (scope: Scope, state: ReportState, way?: Way): Promise<Row[]> =>
  readPlanned<Row>(
    scope.db,
    sql`select kind, "group", kept, broken, "keptOn", "brokenOn" from (
        select c.kind, ${way?.group ?? sql`null`} as "group",
          count(*) filter (where ${isKept})::int as kept,
          count(*) filter (where ${isBroken})::int as broken,
          count(distinct c.ticket_id) filter (where ${isKept})::int as "keptOn",
          count(distinct c.ticket_id) filter (where ${isBroken})::int as "brokenOn"
        from ${clocks} c
        join ${tickets} on ${tickets.companyId} = c.company_id and ${tickets.id} = c.ticket_id
        where c.company_id = ${scope.company.id} and ${openedIn(scope, state)}
        group by 1, 2) g
      where kept + broken > 0
      order by sum(kept + broken) over (partition by "group") desc, "group",
        array_position(${sql.param([...clockKinds])}::text[], kind)
      limit 200`,
  )

function toPart(
  scope: Scope,
  state: ReportState,
  title: string,
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  narrow: (row: Row) => Record<string, string>,
): Part {
  const { locale } = scope
  const t = reportsText(locale).promises
  const rate = ({ kept, broken }: Row) => shareOf(kept, kept + broken)
  const count = (value: number) => formatNumber(locale, value)
  const cell = (row: Row, outcome: Outcome) => {
    const [all, on] = [row[outcome], row[`${outcome}On`]]
    return {
      text: all === on ? count(all) : t.onTickets(count(all), count(on)),
      href: listOf(state, { ...narrow(row), promise: `${row.kind}-${outcome}` }, 'opened'),
    }
  }
  return {
    title,
    formula: t.formula,
    columns: [
      { label: t.promise },
      ...[t.kept, t.broken, t.rate].map((label) => ({ ...{ label, end: true as const } })),
    ],
    rows: rows.map((row) => [
      { text: nameOf(row) },
      ...outcomes.map((outcome) => cell(row, outcome)),
      { text: percent(locale, rate(row)) },
    ]),
    // Of what too few tell there is nothing to draw.
    bars: rows.slice(0, 20).flatMap((row) => {
      const value = rate(row)
      return value === undefined ? [] : { label: nameOf(row), value, shown: percent(locale, value) }
    }),
    empty: t.none,
  }
}
