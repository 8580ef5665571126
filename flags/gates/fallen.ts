import { sql } from 'drizzle-orm'
import type { Scope } from '../../core/scope.ts'
import type { Metric } from '../evidence/metric.ts'
import { metricOf } from '../evidence/metrics.ts'

/** A figure that has got worse since the last quarterly review. */
export type Fallen = { metric: Metric; before: number; now: number }

/** By more points than this work follows from it (rollout-and-training 7.9, G6). */
export const mostFallen = 10

/** Whether a share or an index has got worse by more than may be. */
export const hasFallen = (
  { unit, direction }: Pick<Metric, 'unit' | 'direction'>,
  before: number,
  now: number,
): boolean =>
  (unit === 'percent' || unit === 'index') &&
  (direction === 'up' ? before - now : now - before) > mostFallen

type Row = { code: string; before: number; now: number }

/**
 * What of the whole company has fallen, by the weekly figures: the newest against that of the last
 * quarterly review, or of a quarter ago. Figures of different formulas are not compared.
 */
export async function readFallen({ db, company, now }: Scope): Promise<Fallen[]> {
  const rows = await db.execute<Row>(sql`
    with since as (
      select coalesce(max(at), ${now().toISOString()}::timestamptz - interval '91 days') as at
      from flags.gate_decisions where company_id = ${company.id} and gate = 'G6'),
    weeks as (
      select s.metric, s.week, s.value, s.formula_version as version
      from flags.metric_snapshots s, since
      where s.company_id = ${company.id} and s.department_id is null and s.state = 'ok'
        and s.week > (since.at - interval '7 days')::date),
    newest as (select distinct on (metric) * from weeks order by metric, week desc),
    oldest as (
      select distinct on (w.metric) w.* from weeks w
      join newest n on n.metric = w.metric and n.version = w.version
      order by w.metric, w.week)
    select n.metric as code, o.value as before, n.value as now
    from newest n join oldest o on o.metric = n.metric order by n.metric`)
  return rows.flatMap(({ code, before, now: value }) => {
    const metric = metricOf(code)
    return metric && hasFallen(metric, before, value) ? [{ metric, before, now: value }] : []
  })
}
