import { type SQL, sql } from 'drizzle-orm'
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
import { type Priority, priorities, priority as said } from '../tickets/choices.ts'
import { tickets } from '../tickets/schema.ts'
import { reportsText } from './messages.ts'
import { listOf, openedIn } from './source.ts'

type Row = { kind: ClockKind; group: string; label: string | null; kept: number; broken: number }

/** How many promises are kept, by which they are, how pressing it was, and whose. */
export const promises: Report = {
  key: 'promises',
  title: ({ locale }) => reportsText(locale).promises.title,
  about: ({ locale }) => reportsText(locale).promises.about,
  read: async (scope, state) => {
    const t = reportsText(scope.locale).promises
    const [whole, byPriority, byPerson] = await Promise.all([
      readRows(scope, state, sql`''`),
      readRows(scope, state, sql`${tickets.priority}`),
      readRows(scope, state, sql`coalesce(${tickets.ownerId}::text, 'none')`),
    ])
    const nobody = reportsText(scope.locale).nobody
    return [
      toPart(
        scope,
        state,
        t.title,
        whole,
        ({ kind }) => clocksText(scope.locale).kinds[kind],
        () => ({}),
      ),
      toPart(
        scope,
        state,
        t.byPriority,
        inOrder(byPriority),
        ({ kind, group }) =>
          `${said.print(group as Priority, scope.locale)} · ${clocksText(scope.locale).kinds[kind]}`,
        ({ group }) => ({ priority: group }),
      ),
      toPart(
        scope,
        state,
        t.byPerson,
        byPerson,
        ({ kind, label }) => `${label ?? nobody} · ${clocksText(scope.locale).kinds[kind]}`,
        ({ group }) => ({ owner: group }),
      ),
    ]
  },
}

const readRows = (scope: Scope, state: ReportState, group: SQL): Promise<Row[]> =>
  readPlanned<Row>(
    scope.db,
    sql`select g.*, u.name as label from (
        select c.kind, ${group} as "group", count(*) filter (where ${isKept})::int as kept,
          count(*) filter (where ${isBroken})::int as broken
        from ${clocks} c
        join ${tickets} on ${tickets.companyId} = c.company_id and ${tickets.id} = c.ticket_id
        where c.company_id = ${scope.company.id} and ${openedIn(scope, state)}
        group by 1, 2) g
      left join core.users u on u.company_id = ${scope.company.id} and u.id::text = g."group"
      where g.kept + g.broken > 0
      order by u.name nulls last, array_position(${sql.param([...clockKinds])}::text[], g.kind)
      limit 200`,
  )

const inOrder = (rows: readonly Row[]): Row[] =>
  [...priorities].reverse().flatMap(({ key }) => rows.filter(({ group }) => group === key))

function toPart(
  scope: Scope,
  state: ReportState,
  title: string,
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  narrow: (row: Row) => Record<string, string>,
): Part {
  const { locale } = scope
  const t = reportsText(locale)
  const rate = ({ kept, broken }: Row) => shareOf(kept, kept + broken)
  const cell = (row: Row, outcome: 'kept' | 'broken') => ({
    text: formatNumber(locale, row[outcome]),
    href: listOf(state, { ...narrow(row), promise: `${row.kind}-${outcome}` }, 'opened'),
  })
  return {
    title,
    formula: t.promises.formula,
    columns: [
      { label: t.promises.promise },
      ...[t.promises.kept, t.promises.broken, t.promises.rate].map((label) => ({
        ...{ label, end: true as const },
      })),
    ],
    rows: rows.map((row) => [
      { text: nameOf(row) },
      cell(row, 'kept'),
      cell(row, 'broken'),
      { text: percent(locale, rate(row)) },
    ]),
    bars: rows.slice(0, 20).map((row) => ({
      ...{ label: nameOf(row), value: rate(row) ?? 0, shown: percent(locale, rate(row)) },
    })),
    empty: t.promises.none,
  }
}
