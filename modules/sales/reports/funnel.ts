import { sql } from 'drizzle-orm'
import { readPlanned } from '../../../core/db/plan.ts'
import { percent, shareOf } from '../../../core/reports/figures.ts'
import type { Part } from '../../../core/reports/part.ts'
import { dayIn } from '../../../core/reports/period.ts'
import type { Scope } from '../../../core/scope.ts'
import { furthestPlace } from '../deals/reached.ts'
import { deals, stageMoves } from '../deals/schema.ts'
import { stages } from '../pipelines/schema.ts'
import { liveStages, type Stage } from '../pipelines/stages.ts'
import { count } from './figures.ts'
import { reportsText } from './messages.ts'
import type { Report } from './part.ts'
import { dealsOf, listOf } from './source.ts'
import type { ReportState } from './state.ts'

/** How many deals got as far as each place; won ones beyond all open stages, as place null. */
type Reached = { place: number | null; deals: number }
type Stayed = { stage: string; days: number; sample: number }

/** How far deals get, stage by stage, and how long they stay. */
export const funnel: Report = {
  key: 'funnel',
  title: ({ locale }) => reportsText(locale).funnel.title,
  about: ({ locale }) => reportsText(locale).funnel.about,
  read: async (scope, given) => {
    const pipeline = given.pipeline ?? given.pipelines[0]
    if (!pipeline) return []
    const state = { ...given, pipeline }
    const which = sql`${dealsOf(scope, state)} and ${dayIn(sql`${deals.startedOn}`, state.period)}`
    const [reached, stayed] = await Promise.all([
      readPlanned<Reached>(
        scope.db,
        sql`select furthest as place, count(*)::int as deals from (
          select ${furthestPlace} as furthest from ${deals} where ${which}) d group by 1`,
      ),
      readPlanned<Stayed>(
        scope.db,
        sql`select m.to_stage_id as stage, count(*)::int as sample,
            percentile_cont(0.5) within group (order by extract(epoch from m.left_at - m.moved_at) / 86400)
              ::float8 as days
          from (
            select m.to_stage_id, m.moved_at,
              lead(m.moved_at) over (partition by m.deal_id order by m.moved_at, m.id) as left_at
            from ${stageMoves} m where m.company_id = ${scope.company.id}
              and m.deal_id in (select ${deals.id} from ${deals} where ${which})
          ) m where m.left_at is not null group by 1`,
      ),
    ])
    const places = await placesOf(scope, pipeline.id)
    const open = liveStages(pipeline).filter(({ kind }) => kind === 'open')
    return [part(scope, state, open, places, reached, stayed)]
  },
}

const placesOf = async (scope: Scope, pipeline: string): Promise<Map<string, number>> => {
  const rows = await scope.db.execute<{ id: string; place: number }>(sql`
    select id, position as place from ${stages}
    where company_id = ${scope.company.id} and pipeline_id = ${pipeline}`)
  return new Map(rows.map(({ id, place }) => [id, place]))
}

function part(
  scope: Scope,
  state: ReportState,
  open: readonly Stage[],
  places: ReadonlyMap<string, number>,
  reached: readonly Reached[],
  stayed: readonly Stayed[],
): Part {
  const { locale } = scope
  const t = reportsText(locale)
  const from = (least: number) =>
    reached.reduce(
      (all, { place, deals }) => all + (place === null || place >= least ? deals : 0),
      0,
    )
  const counts = open.map(({ id }, at) => from(places.get(id) ?? at))
  const won = reached.find(({ place }) => place === null)?.deals ?? 0
  const steps = [
    ...open.map(({ id, name }, at) => ({
      name,
      deals: counts[at] ?? 0,
      before: at > 0 ? counts[at - 1] : undefined,
      stay: stayed.find(({ stage }) => stage === id),
      href: listOf(state, { reached: name }, 'started'),
      stays: listOf(state, { stayed: name }, 'started'),
    })),
    {
      ...{ name: t.outcomes.won, deals: won, before: counts.at(-1), stay: undefined },
      href: listOf(state, { outcome: 'won' }, 'started'),
      stays: undefined,
    },
  ]
  return {
    title: t.funnel.title,
    formula: t.funnel.formula,
    summary: t.funnel.summary(
      count(locale, counts[0] ?? 0),
      count(locale, won),
      percent(locale, shareOf(won, counts[0] ?? 0)),
    ),
    columns: [
      ...[{ label: t.stage }, { label: t.funnel.reached, end: true as const }],
      ...[{ label: t.funnel.conversion, end: true as const }],
      { label: t.funnel.days, end: true },
    ],
    rows: steps.map(({ name, deals, before, stay, href, stays }) => [
      { text: name },
      { text: count(locale, deals), href },
      before === undefined
        ? { text: '–' }
        : { text: percent(locale, shareOf(deals, before)), href },
      stay
        ? {
            text: t.funnel.median(Math.round(stay.days * 10) / 10, count(locale, stay.sample)),
            href: stays,
          }
        : { text: '–' },
    ]),
    bars: steps.map(({ name, deals }) => ({
      ...{ label: name, value: deals, shown: count(locale, deals) },
    })),
  }
}
