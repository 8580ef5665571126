import { sql } from 'drizzle-orm'
import { today } from '../../core/calendar/reading.ts'
import type { Scope } from '../../core/scope.ts'
import { insufficient, type Metric, ok, yes } from '../evidence/metric.ts'

/**
 * Figures that the gates give themselves. They ask the database alone: the list of all figures
 * names these, and what reads a gate asks that list.
 */
export const gateMetrics: readonly Metric[] = [
  {
    code: 'gates.locked',
    title: { en: 'Criteria of the pilot locked', 'zh-CN': '试点准则已锁定' },
    unit: 'yes',
    direction: 'up',
    about: {
      en: 'The criteria of gate G3 were locked before the pilot begins.',
      'zh-CN': '关口 G3 的准则在试点开始前已锁定。',
    },
    read: async ({ db, company }) => {
      const [locked] = await db.execute(sql`
        select from flags.gate_locks where company_id = ${company.id} and gate = 'G3'`)
      return yes(locked !== undefined)
    },
  },
  {
    code: 'gates.overrides',
    title: { en: 'No override has run out', 'zh-CN': '没有过期的例外放行' },
    unit: 'yes',
    direction: 'up',
    about: {
      en: 'Every gate that was passed by an override is still within its day of expiry.',
      'zh-CN': '所有例外放行都还在有效期内。',
    },
    read: async (scope) => {
      const [expired] = await scope.db.execute(sql`
        select from flags.gate_decisions where company_id = ${scope.company.id} and override
          and outcome = 'go' and expires_on < ${today(scope)} limit 1`)
      return yes(expired === undefined)
    },
  },
  {
    code: 'evidence.baselines',
    title: { en: 'Baselines taken', 'zh-CN': '基线已测' },
    unit: 'percent',
    direction: 'up',
    about: {
      en: 'Share of what the pilot’s score is made of that was measured, or vouched for, before it begins.',
      'zh-CN': '试点评分所用指标中，在试点开始前已测得或已签认的占比。',
    },
    read: readBaselines,
  },
]

async function readBaselines({ db, company }: Scope) {
  const [row] = await db.execute<{ all: number; taken: number }>(sql`
    select count(*)::int as all, count(*) filter (where
      exists (select from flags.metric_snapshots s where s.company_id = c.company_id
        and s.metric = c.metric and s.state = 'ok')
      or exists (select from flags.attestations a where a.company_id = c.company_id
        and a.metric = c.metric and not a.withdrawn))::int as taken
    from (select distinct company_id, metric from flags.criteria
      where company_id = ${company.id} and gate = 'G3' and not hard) c`)
  return row && row.all > 0 ? ok((100 * row.taken) / row.all, row.all) : insufficient
}
