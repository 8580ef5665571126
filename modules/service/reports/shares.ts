import { type SQL, sql } from 'drizzle-orm'
import { readPlanned } from '../../../core/db/plan.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import { percent, shareOf } from '../../../core/reports/figures.ts'
import type { Part, Report } from '../../../core/reports/part.ts'
import type { ReportState } from '../../../core/reports/state.ts'
import type { Scope } from '../../../core/scope.ts'
import { categories } from '../states/schema.ts'
import { type Channel, channel } from '../tickets/choices.ts'
import { tickets } from '../tickets/schema.ts'
import { reportsText } from './messages.ts'
import { isSolved, listOf, openedIn } from './source.ts'

type Row = {
  group: string | null
  label: string | null
  opened: number
  done: number
  reopened: number
}

/** A way to tell tickets apart: by what, what that is called, and how the list is narrowed to one. */
type Way = {
  key: 'channels' | 'categories' | 'people'
  group: SQL
  label: (scope: Scope) => SQL
  say: (scope: Scope, row: Row) => string
  narrow: (row: Row) => Record<string, string>
}

const ways: readonly Way[] = [
  {
    key: 'channels',
    group: sql`${tickets.channel}`,
    label: () => sql`null`,
    say: ({ locale }, { group }) => channel.print(group as Channel, locale),
    narrow: ({ group }) => ({ channel: group ?? '' }),
  },
  {
    key: 'categories',
    group: sql`${tickets.categoryId}::text`,
    label: ({ company }) => sql`(select n.name from ${categories} n
      where n.company_id = ${company.id} and n.id::text = g."group")`,
    say: ({ locale }, { label }) => label ?? reportsText(locale).without,
    narrow: ({ label }) => ({ category: label ?? 'none' }),
  },
  {
    key: 'people',
    group: sql`${tickets.ownerId}::text`,
    label: ({ company }) => sql`(select u.name from core.users u
      where u.company_id = ${company.id} and u.id::text = g."group")`,
    say: ({ locale }, { label }) => label ?? reportsText(locale).nobody,
    narrow: ({ group }) => ({ owner: group ?? 'none' }),
  },
]

/** How much comes in, is solved and comes back, by channel, by category and by whose it is. */
export const shares: readonly Report[] = ways.map((way) => ({
  key: way.key,
  title: ({ locale }) => reportsText(locale).shares[way.key].title,
  about: ({ locale }) => reportsText(locale).shares[way.key].about,
  read: async (scope, state) => [toPart(scope, state, way, await readRows(scope, state, way))],
}))

const readRows = (scope: Scope, state: ReportState, { group, label }: Way): Promise<Row[]> =>
  readPlanned<Row>(
    scope.db,
    sql`select g.*, ${label(scope)} as label from (
        select ${group} as "group", count(*)::int as opened,
          count(*) filter (where ${isSolved})::int as done,
          count(*) filter (where ${tickets.reopened} > 0)::int as reopened
        from ${tickets} where ${openedIn(scope, state)} group by 1
        order by 2 desc, 1 limit 200) g
      order by g.opened desc, g."group"`,
  )

function toPart(scope: Scope, state: ReportState, way: Way, rows: readonly Row[]): Part {
  const { locale } = scope
  const t = reportsText(locale)
  const count = (value: number) => formatNumber(locale, value)
  const cell = (row: Row, value: number, filters: Record<string, string>) => ({
    text: count(value),
    href: listOf(state, { ...way.narrow(row), ...filters }, 'opened'),
  })
  return {
    title: t.shares[way.key].title,
    formula: t.shares.formula,
    columns: [
      { label: t.shares[way.key].column },
      ...[t.opened, t.open, t.reopened, t.reopenRate].map((label) => ({
        ...{ label, end: true as const },
      })),
    ],
    rows: rows.map((row) => [
      { text: way.say(scope, row) },
      cell(row, row.opened, {}),
      cell(row, row.opened - row.done, { progress: 'undone' }),
      cell(row, row.reopened, { reopened: 'yes' }),
      { text: percent(locale, shareOf(row.reopened, row.opened)) },
    ]),
    bars: rows.slice(0, 20).map((row) => ({
      ...{ label: way.say(scope, row), value: row.opened, shown: count(row.opened) },
    })),
    empty: t.nothing,
  }
}
