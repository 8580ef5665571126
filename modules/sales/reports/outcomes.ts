import { sql } from 'drizzle-orm'
import { readPlanned } from '../../../core/db/plan.ts'
import { percent } from '../../../core/reports/figures.ts'
import type { Part } from '../../../core/reports/part.ts'
import { dayIn } from '../../../core/reports/period.ts'
import type { Scope } from '../../../core/scope.ts'
import { deals } from '../deals/schema.ts'
import { pipelinesText } from '../pipelines/messages.ts'
import { lossReasons, stages } from '../pipelines/schema.ts'
import { addSum, count, type Sums, sumCell, winRate } from './figures.ts'
import { reportsText } from './messages.ts'
import type { Report } from './part.ts'
import { dealsOf, listOf } from './source.ts'
import type { ReportState } from './state.ts'

type StageRow = {
  stage: string
  outcome: 'open' | 'won' | 'lost'
  currency: string | null
  deals: number
  minor: number
}
type ReasonRow = { reason: string | null; deals: number }

/** Deals by stage, the share that is won, and why the others are lost. */
export const outcomes: Report = {
  key: 'outcomes',
  title: ({ locale }) => reportsText(locale).outcomes.title,
  about: ({ locale }) => reportsText(locale).outcomes.about,
  read: async (scope, state) => {
    const closedOrOpen = sql`(${deals.outcome} = 'open'
      or ${dayIn(sql`${deals.closedOn}`, state.period)})`
    const [byStage, reasons] = await Promise.all([
      readPlanned<StageRow>(
        scope.db,
        sql`
        select s.name as stage, s.kind as outcome, d.currency, sum(d.deals)::int as deals,
          sum(d.minor)::float8 as minor
        from (select ${deals.stageId} as stage_id, ${deals.amountCurrency} as currency,
            count(*) as deals, coalesce(sum(${deals.amountMinor}), 0) as minor
          from ${deals} where ${dealsOf(scope, state)} and ${closedOrOpen} group by 1, 2) d
        join ${stages} s on s.company_id = ${scope.company.id} and s.id = d.stage_id
        group by s.name, s.kind, d.currency order by min(s.position), s.name`,
      ),
      readPlanned<ReasonRow>(
        scope.db,
        sql`
        select r.name as reason, d.deals from (
          select ${deals.lossReasonId} as id, count(*)::int as deals from ${deals}
          where ${dealsOf(scope, state)} and ${deals.outcome} = 'lost'
            and ${dayIn(sql`${deals.closedOn}`, state.period)} group by 1) d
        left join ${lossReasons} r on r.company_id = ${scope.company.id} and r.id = d.id
        order by d.deals desc, r.name`,
      ),
    ])
    return [
      stagePart(scope, state, byStage),
      ratePart(scope, state, byStage),
      reasonPart(scope, state, reasons),
    ]
  },
}

function stagePart(scope: Scope, state: ReportState, found: readonly StageRow[]): Part {
  const { locale } = scope
  const t = reportsText(locale)
  const names = [...new Set(found.map(({ stage }) => stage))]
  const rows = names.map((stage) => {
    const mine = found.filter((row) => row.stage === stage)
    const outcome = mine[0]?.outcome ?? 'open'
    const deals = mine.reduce((all, row) => all + row.deals, 0)
    const sums = mine.reduce<Sums>((all, row) => addSum(all, row.currency, row.minor), {})
    return { stage, outcome, deals, sums }
  })
  return {
    title: t.outcomes.byStage,
    columns: [{ label: t.stage }, { label: t.deals, end: true }, { label: t.amount, end: true }],
    rows: rows.map(({ stage, outcome, deals, sums }) => {
      const during = outcome === 'open' ? undefined : 'closed'
      return [
        { text: stage },
        { text: count(locale, deals), href: listOf(state, { stage }, during) },
        sumCell(locale, sums, listOf(state, { stage, currency: 'any' }, during)),
      ]
    }),
    bars: rows.map(({ stage, deals }) => ({
      ...{ label: stage, value: deals, shown: count(locale, deals) },
    })),
    empty: t.nothing,
  }
}

function ratePart(scope: Scope, state: ReportState, found: readonly StageRow[]): Part {
  const { locale } = scope
  const t = reportsText(locale)
  const of = (outcome: string) => found.filter((row) => row.outcome === outcome)
  const [won, lost] = ['won', 'lost'].map((outcome) =>
    of(outcome).reduce((all, row) => all + row.deals, 0),
  ) as [number, number]
  const sums = of('won').reduce<Sums>((all, row) => addSum(all, row.currency, row.minor), {})
  const rate = percent(locale, winRate(won, lost))
  return {
    title: t.outcomes.rate,
    formula: t.outcomes.rateFormula,
    summary: t.outcomes.rateSummary(count(locale, won), count(locale, won + lost), rate),
    columns: [{ label: t.figure }, { label: t.value, end: true }],
    rows: [
      [
        { text: t.outcomes.won },
        { text: count(locale, won), href: listOf(state, { outcome: 'won' }, 'closed') },
      ],
      [
        { text: t.outcomes.lost },
        { text: count(locale, lost), href: listOf(state, { outcome: 'lost' }, 'closed') },
      ],
      [
        { text: t.outcomes.wonValue },
        sumCell(locale, sums, listOf(state, { outcome: 'won', currency: 'any' }, 'closed')),
      ],
      [
        { text: t.outcomes.rate },
        { text: rate, href: listOf(state, { outcome: 'closed' }, 'closed') },
      ],
    ],
  }
}

function reasonPart(scope: Scope, state: ReportState, found: readonly ReasonRow[]): Part {
  const { locale } = scope
  const t = reportsText(locale)
  const all = found.reduce((sum, row) => sum + row.deals, 0)
  const rows = found.map(({ reason, deals }) => ({
    name: reason ?? pipelinesText(locale).reasons.notStated,
    deals,
    href: listOf(state, { outcome: 'lost', reason: reason ?? 'none' }, 'closed'),
  }))
  return {
    title: pipelinesText(locale).reasons.title,
    columns: [
      { label: t.outcomes.reason },
      { label: t.deals, end: true },
      { label: t.share, end: true },
    ],
    rows: rows.map(({ name, deals, href }) => [
      { text: name },
      { text: count(locale, deals), href },
      { text: percent(locale, Math.round((deals / all) * 1000) / 10), href },
    ]),
    bars: rows.map(({ name, deals }) => ({
      ...{ label: name, value: deals, shown: count(locale, deals) },
    })),
    empty: t.outcomes.noLoss,
  }
}
