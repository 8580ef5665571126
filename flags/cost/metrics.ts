import { today } from '../../core/calendar/reading.ts'
import type { Scope } from '../../core/scope.ts'
import { insufficient, type Metric, ok, yes } from '../evidence/metric.ts'
import { readCosts } from './reading.ts'
import { reckon } from './reckoning.ts'

async function reckoned(scope: Scope) {
  const costs = await readCosts(scope)
  const { envelope, currency } = costs.plan
  return { ...reckon(costs, today(scope)), envelope, currency }
}

export const costMetrics: readonly Metric[] = [
  {
    code: 'cost.budget',
    title: { en: 'Budget approved, with a reserve', 'zh-CN': '预算（含预备金）已批准' },
    unit: 'yes',
    direction: 'up',
    about: {
      en: 'The approved budget covers the planned cost and its contingency.',
      'zh-CN': '已批预算能够覆盖计划费用加应急预备。',
    },
    read: async (scope) => {
      const { total, contingency, envelope } = await reckoned(scope)
      if (total <= 0) return insufficient
      return yes(envelope !== null && envelope >= Math.floor(total + contingency.amount))
    },
  },
  {
    code: 'cost.over-plan',
    title: { en: 'Cost over plan', 'zh-CN': '成本超支' },
    unit: 'percent',
    isDifference: true,
    direction: 'down',
    about: {
      en: 'Forecast at the end against the plan; what is booked decides the forecast.',
      'zh-CN': '完工预测相对计划的超出比例；预测取决于已登记的实际费用。',
    },
    read: async (scope) => {
      const { total, forecast, actual } = await reckoned(scope)
      return total > 0 && actual > 0 ? ok(100 * (forecast / total - 1)) : insufficient
    },
  },
  {
    code: 'cost.within',
    title: { en: 'Forecast within the budget', 'zh-CN': '预测成本在预算之内' },
    unit: 'yes',
    direction: 'up',
    about: {
      en: 'The forecast at the end is no more than the approved budget.',
      'zh-CN': '完工预测不超过已批预算。',
    },
    read: async (scope) => {
      const { forecast, envelope } = await reckoned(scope)
      return envelope === null ? insufficient : yes(forecast <= envelope)
    },
  },
  {
    code: 'cost.per-adopter',
    title: { en: 'Cost per adopting user and month', 'zh-CN': '每个真正用起来的人每月成本' },
    unit: 'money',
    direction: 'down',
    about: {
      en: 'Total cost by the months of those who have adopted the product.',
      'zh-CN': '总成本 ÷ 真正用起来的人月数。',
    },
    read: async (scope) => {
      const { perAdopter, currency } = await reckoned(scope)
      return perAdopter === null ? insufficient : { ...ok(Math.round(perAdopter)), currency }
    },
  },
  {
    code: 'cost.hidden',
    title: { en: 'Hidden-cost ratio', 'zh-CN': '隐性成本占比' },
    unit: 'percent',
    direction: 'down',
    about: {
      en: 'The share of the total cost that stands in no quote.',
      'zh-CN': '总成本中报价单上看不到的部分。',
    },
    read: async (scope) => {
      const { hidden } = await reckoned(scope)
      return hidden === null ? insufficient : ok(100 * hidden)
    },
  },
]
