import { insufficient, type Metric, ok } from '../evidence/metric.ts'
import { readLatest } from './reading.ts'

/** How easy people find their work with the product. */
export const pulseMetrics: readonly Metric[] = [
  {
    code: 'ux.lite',
    title: { en: 'Ease of use (UX-Lite)', 'zh-CN': '易用性（UX-Lite）' },
    unit: 'index',
    direction: 'up',
    about: {
      en: 'From the latest closed monthly pulse: “does what I need” and “is easy to use”, each 1 to 5, as an index per person and module; the mean of the people.',
      'zh-CN':
        '取最近一轮已关闭的月度脉搏：“满足工作需要”与“容易使用”各 1–5 分，按人和模块换算为指数，再取人员平均。',
    },
    read: async (scope, { module }) => {
      const latest = await readLatest(scope)
      const ease = module ? latest?.modules.get(module) : latest?.all
      return ease ? ok(ease.value, ease.n) : insufficient
    },
  },
]
