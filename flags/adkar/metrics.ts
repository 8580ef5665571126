import type { Scope } from '../../core/scope.ts'
import { insufficient, type Metric, ok, type Reading, type Where } from '../evidence/metric.ts'
import { indexOf } from '../readiness/formula.ts'
import type { Adkar } from './formula.ts'
import { hasAnsweredTooLittle, readLatest } from './reading.ts'

/**
 * Of a department that enough people were asked in, too few answers are too little evidence; what
 * may not be shown for its size, or because of another one's, is suppressed.
 */
async function read(
  scope: Scope,
  { department }: Where,
  tell: (adkar: Adkar) => Reading,
): Promise<Reading> {
  const latest = await readLatest(scope)
  if (!latest) return insufficient
  if (!department) return latest.company ? tell(latest.company) : insufficient
  const found = latest.departments.find(({ id }) => id === department)
  if (found) return tell(found)
  const few = await hasAnsweredTooLittle(scope, latest.run, department)
  return few ? insufficient : { state: 'suppressed' }
}

/** Figures of the ADKAR rounds. */
export const adkarMetrics: readonly Metric[] = [
  {
    code: 'adkar.desire',
    title: { en: 'Awareness and desire (ADKAR)', 'zh-CN': '认知与意愿（ADKAR）' },
    unit: 'index',
    direction: 'up',
    byDepartment: true,
    about: {
      en: 'From the latest closed ADKAR round: the lower of the two means, as an index; 50 is a 3 out of 5.',
      'zh-CN':
        '取最近一轮已关闭的 ADKAR 问卷：“认知”与“意愿”平均分中较低的一项，换算为指数（3 分即 50）。',
    },
    read: (scope, where) =>
      read(scope, where, ({ means, n }) => {
        const { awareness, desire } = means
        return ok(indexOf(Math.min(awareness, desire)), n, {
          awareness: indexOf(awareness),
          desire: indexOf(desire),
        })
      }),
  },
  {
    code: 'adkar.ready',
    title: { en: 'People without a barrier (ADKAR)', 'zh-CN': '没有障碍的人员占比（ADKAR）' },
    unit: 'percent',
    direction: 'up',
    byDepartment: true,
    about: {
      en: 'From the latest closed ADKAR round: people who said more than 3 of 5 to all five statements.',
      'zh-CN': '取最近一轮已关闭的 ADKAR 问卷：五句话都在 3 分以上的人员占比。',
    },
    read: (scope, where) =>
      read(scope, where, ({ free, barriers, n }) => ok((100 * free) / n, n, { ...barriers })),
  },
]
