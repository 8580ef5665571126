import { sql } from 'drizzle-orm'
import { readPlanned } from '../../../core/db/plan.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import type { Part, Report } from '../../../core/reports/part.ts'
import type { ReportState } from '../../../core/reports/state.ts'
import type { Scope } from '../../../core/scope.ts'
import { statesText } from '../states/messages.ts'
import { isDone, type StateType, stateTypes } from '../states/state-types.ts'
import { tickets } from '../tickets/schema.ts'
import { ages, isAged } from './filters.ts'
import { reportsText } from './messages.ts'
import { isSolved, listOf, ticketsOf } from './source.ts'

type Row = { type: StateType; age: string; tickets: number }

const types = stateTypes.filter((type) => !isDone(type))

/** What is not solved now, by what it waits for and for how long it has been there. */
export const backlog: Report = {
  key: 'backlog',
  title: ({ locale }) => reportsText(locale).backlog.title,
  about: ({ locale }) => reportsText(locale).backlog.about,
  read: async (scope, state) => {
    const age = sql`case ${sql.join(
      ages.map(({ key }) => sql`when ${isAged(key)} then ${key}`),
      sql` `,
    )} end`
    const rows = await readPlanned<Row>(
      scope.db,
      sql`select ${tickets.stateType} as type, ${age} as age, count(*)::int as tickets
        from ${tickets} where ${ticketsOf(scope, state)} and not ${isSolved} group by 1, 2`,
    )
    return [toPart(scope, state, rows)]
  },
}

function toPart(scope: Scope, state: ReportState, found: readonly Row[]): Part {
  const { locale } = scope
  const t = reportsText(locale)
  const count = (value: number) => formatNumber(locale, value)
  const sum = (rows: readonly Row[]) => rows.reduce((all, row) => all + row.tickets, 0)
  const kept = types.filter((type) => found.some((row) => row.type === type))
  return {
    title: t.backlog.title,
    summary: t.backlog.summary(count(sum(found))),
    formula: t.backlog.formula,
    columns: [
      { label: t.backlog.state },
      ...[...ages.map(({ key }) => t.ages[key]), t.backlog.all].map((label) => ({
        ...{ label, end: true as const },
      })),
    ],
    rows: kept.map((type) => {
      const mine = found.filter((row) => row.type === type)
      return [
        { text: statesText(locale).types[type] },
        ...ages.map(({ key }) => {
          const some = sum(mine.filter((row) => row.age === key))
          return some === 0
            ? { text: '–' }
            : { text: count(some), href: listOf(state, { progress: type, age: key }) }
        }),
        { text: count(sum(mine)), href: listOf(state, { progress: type }) },
      ]
    }),
    bars: ages.map(({ key }) => {
      const some = sum(found.filter((row) => row.age === key))
      return { label: t.ages[key], value: some, shown: count(some) }
    }),
    empty: t.backlog.none,
  }
}
