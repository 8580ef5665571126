import { insufficient, type Metric, ok } from '../evidence/metric.ts'
import { residual } from './formula.ts'
import { readRisks } from './risks.ts'

export const riskMetrics: readonly Metric[] = [
  {
    code: 'risk.residual',
    title: { en: 'Largest residual of the open risks', 'zh-CN': '已出现风险的最大剩余值' },
    unit: 'count',
    direction: 'down',
    about: {
      en: 'Probability by impact after the response, the largest of the open risks; 15 and more block gates.',
      'zh-CN': '已出现风险在应对之后的可能性 × 影响，取最大值；达到 15 会阻止过关。',
    },
    read: async (scope) => {
      const all = await readRisks(scope)
      if (all.length === 0) return insufficient
      const open = all.filter(({ state }) => state === 'open')
      return ok(Math.max(0, ...open.map(residual)), all.length)
    },
  },
]
