import { sql } from 'drizzle-orm'
import { insufficient, type Metric, ok, yes } from '../evidence/metric.ts'
import type { Readiness } from './formula.ts'
import { readLatest } from './reading.ts'

const ofReadiness = (
  code: string,
  title: Metric['title'],
  read: (readiness: Readiness) => number | null,
): Metric => ({
  code,
  title,
  unit: 'index',
  direction: 'up',
  about: {
    en: 'From the latest closed round of the readiness survey: first the mean of each group (leaders, managers, staff), then the mean of the groups.',
    'zh-CN': '取最近一轮已关闭的就绪度问卷：先算各人群（领导、主管、员工）的平均，再取人群平均。',
  },
  read: async (scope) => {
    const latest = await readLatest(scope)
    const value = latest && read(latest.readiness)
    if (latest === undefined || value === null || value === undefined) return insufficient
    return ok(value, latest.readiness.n, latest.readiness.values)
  },
})

/** Figures of the readiness survey. */
export const readinessMetrics: readonly Metric[] = [
  ofReadiness(
    'readiness.score',
    { en: 'Readiness score', 'zh-CN': '就绪度得分' },
    ({ score }) => score,
  ),
  ofReadiness(
    'readiness.leadership',
    { en: 'Readiness of leadership', 'zh-CN': '领导就绪度' },
    ({ values }) => values.leadership,
  ),
  ofReadiness(
    'readiness.people',
    { en: 'Readiness of people', 'zh-CN': '人员就绪度' },
    ({ values }) => values.people,
  ),
  ofReadiness(
    'readiness.support',
    { en: 'Support of leaders and managers', 'zh-CN': '领导与主管支持度' },
    ({ items }) => {
      // Both must stand behind it: the weaker of the two questions counts.
      const asked = items.filter(({ question }) => question.number === 2 || question.number === 3)
      const values = asked.flatMap(({ value }) => value ?? [])
      return values.length === 0 ? null : Math.min(...values)
    },
  ),
  {
    code: 'readiness.closed',
    title: { en: 'Readiness survey closed', 'zh-CN': '就绪度问卷已完成' },
    unit: 'yes',
    direction: 'up',
    about: {
      en: 'A round has closed with enough answers: five or 30 %, and one of a leader.',
      'zh-CN': '已有一轮问卷关闭且答卷足够：至少 5 份或 30%，并含一位领导。',
    },
    read: async (scope) => {
      if (await readLatest(scope)) return yes(true)
      const [any] = await scope.db.execute(sql`
        select from flags.survey_runs where company_id = ${scope.company.id} limit 1`)
      return any ? yes(false) : insufficient
    },
  },
]
