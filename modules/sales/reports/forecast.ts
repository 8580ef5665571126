import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import { readPlanned } from '../../../core/db/plan.ts'
import type { Cell, Part } from '../../../core/reports/part.ts'
import { type Period, writePeriod } from '../../../core/reports/period.ts'
import { iso } from '../../../core/reports/state.ts'
import type { Scope } from '../../../core/scope.ts'
import { deals } from '../deals/schema.ts'
import { roundMoney } from '../money-words.ts'
import { addressOf } from '../papers/address.ts'
import { pipelinesText } from '../pipelines/messages.ts'
import { stages } from '../pipelines/schema.ts'
import { type Category, categories } from '../pipelines/stages.ts'
import { viewTargets } from '../rights.ts'
import { everybodyIn } from '../targets/everybody.ts'
import { attainment, targetOf } from '../targets/measures.ts'
import { readTargets } from '../targets/reading.ts'
import { reportsText } from './messages.ts'
import type { Report } from './part.ts'
import { dealsOf, listOf } from './source.ts'
import type { ReportState } from './state.ts'

/** What one month is to bring, in minor units of the company's currency. */
type Month = { month: string; category: Category | 'won'; minor: number; weighted: number }

const counted = categories.filter((one) => one !== 'omitted').reverse()

/** What is won and what is expected, month by month, beside what was to be reached. */
export const forecast: Report = {
  key: 'forecast',
  title: ({ locale }) => reportsText(locale).forecast.title,
  about: ({ locale }) => reportsText(locale).forecast.about,
  read: async (scope, state) => {
    const months = monthsOf(scope, state)
    const [first = '', last = ''] = [months[0], months.at(-1)]
    const end = endOf(last)
    const day = sql`case when ${deals.outcome} = 'won' then ${deals.closedOn} else ${deals.closesOn} end`
    const rows = await readPlanned<Month>(
      scope.db,
      sql`
      select to_char(${day}, 'YYYY-MM-01') as month,
        case when ${deals.outcome} = 'won' then 'won'
          else coalesce(nullif(${deals.category}, ''), s.category) end as category,
        sum(${deals.amountMinor})::float8 as minor,
        sum(${deals.amountMinor} * s.probability / 100.0)::float8 as weighted
      from ${deals} join ${stages} s on s.company_id = ${scope.company.id} and s.id = ${deals.stageId}
      where ${dealsOf(scope, state)} and ${deals.outcome} <> 'lost'
        and ${deals.amountCurrency} = ${scope.company.currency}
        and ${day} >= ${first}::date and ${day} <= ${end}::date
      group by 1, 2`,
    )
    return [toPart(scope, state, months, rows, await readGoals(scope, state, months))]
  },
}

/** Six months from this one, or those of the period that is asked for; a year at the most. */
function monthsOf(scope: Scope, { period }: ReportState): string[] {
  const [year = 0, month = 1] = (period.from ?? today(scope)).split('-').map(Number)
  const count = period.from && period.to ? monthsBetween(period.from, period.to) : 6
  return Array.from({ length: Math.min(12, Math.max(1, count)) }, (_, at) =>
    iso(year, month + at, 1),
  )
}

const monthsBetween = (from: string, to: string): number => {
  const [a = 0, b = 0] = from.split('-').map(Number)
  const [c = 0, d = 0] = to.split('-').map(Number)
  return (c - a) * 12 + d - b + 1
}

const endOf = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return iso(year, number + 1, 0)
}

/** The targets of whom the report is about: of the person, the department, or all within reach. */
async function readGoals(
  scope: Scope,
  { owner, department }: ReportState,
  months: readonly string[],
): Promise<(number | undefined)[]> {
  const everybody = await everybodyIn(scope, viewTargets)
  const years = [...new Set(months.map((month) => Number(month.slice(0, 4))))]
  const all = (await Promise.all(years.map((year) => readTargets(scope, 'won', year)))).flat()
  const who = owner === 'me' ? scope.user.id : (owner ?? department)
  const whose = who
    ? everybody.filter(({ id }) => id === who)
    : everybody.filter(({ parent }) => parent === null)
  return months.map((month) => {
    const goals = whose.flatMap(({ id }) => targetOf(all, everybody, id, month, 1) ?? [])
    return goals.length > 0 ? goals.reduce((sum, one) => sum + one, 0) : undefined
  })
}

/** Where the targets of a month are set. */
const targetsIn = (month: string): string =>
  addressOf('/sales/targets', { measure: 'won', year: month.slice(0, 4), per: 'month' })

function toPart(
  scope: Scope,
  state: ReportState,
  months: readonly string[],
  found: readonly Month[],
  goals: readonly (number | undefined)[],
): Part {
  const { locale, company } = scope
  const t = reportsText(locale)
  const words = pipelinesText(locale).stage.categories
  const said = (minor: number) => roundMoney({ minor, currency: company.currency }, locale)
  const of = (month: string, category: Month['category']) =>
    found.find((one) => one.month === month && one.category === category)
  const cell = (month: string, category: Month['category']): Cell => {
    const minor = of(month, category)?.minor ?? 0
    const during: Period = { from: month, to: endOf(month) }
    const filters: Record<string, string> =
      category === 'won'
        ? { outcome: 'won', closed: writePeriod(during) }
        : { outcome: 'open', forecast: category, due: writePeriod(during) }
    return minor === 0 ? { text: '–' } : { text: said(minor), href: behind(filters) }
  }
  /** Deals without an amount in the company's currency add to no figure here. */
  const behind = (filters: Record<string, string>): string =>
    listOf({ ...state, period: {} }, { ...filters, currency: company.currency })
  const rows = months.map((month, at) => {
    const won = of(month, 'won')?.minor ?? 0
    const weighted = counted.reduce((all, one) => all + (of(month, one)?.weighted ?? 0), won)
    const share = attainment(weighted, goals[at])
    const all = behind({ expected: writePeriod({ from: month, to: endOf(month) }) })
    return {
      ...{ month, weighted },
      cells: [
        { text: month.slice(0, 7) },
        cell(month, 'won'),
        ...counted.map((one) => cell(month, one)),
        weighted > 0 ? { text: said(Math.round(weighted)), href: all } : { text: '–' },
        goals[at] === undefined ? { text: '–' } : { text: said(goals[at]), href: targetsIn(month) },
        share === undefined ? { text: '–' } : { text: `${share}%`, href: all },
      ],
    }
  })
  return {
    title: t.forecast.title,
    formula: t.forecast.formula(company.currency),
    columns: [
      { label: t.forecast.month },
      ...[
        t.outcomes.won,
        ...counted.map((one) => words[one]),
        ...[t.forecast.weighted, t.forecast.target, t.forecast.attained],
      ].map((label) => ({ label, end: true as const })),
    ],
    rows: rows.map(({ cells }) => cells),
    bars: rows.map(({ month, weighted }) => ({
      ...{ label: month.slice(0, 7), value: weighted, shown: said(Math.round(weighted)) },
    })),
  }
}
