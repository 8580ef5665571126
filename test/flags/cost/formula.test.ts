import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  adoptingMonths,
  changeRatio,
  contingencyShare,
  expected,
  forecast,
  type Headcount,
  hiddenCostRatio,
  type Line,
  per,
  plannedIn,
  plannedOver,
  presentValue,
  productivityDip,
  totalCost,
  userMonths,
} from '../../../flags/cost/formula.ts'

const horizon = 36
const counts: Headcount[] = [
  { fromMonth: 7, users: 30, adopters: 0.7 },
  { fromMonth: 1, users: 6, adopters: 0.7 },
  { fromMonth: 4, users: 15, adopters: 0.7 },
]

const line = (likely: number, more: Partial<Line> = {}): Line => ({
  ...{ category: 'acquisition', kind: 'one_off', low: null, likely, high: null },
  ...{ fromMonth: 1, toMonth: null, inQuote: false, nature: 'work' },
  ...more,
})

/** The example of the model: fees 60 a user, and all that no quote shows. */
const lines: Line[] = [
  line(60, { kind: 'usage', inQuote: true, nature: 'licence' }),
  line(25_000),
  line(40_000),
  line(32_000, { category: 'staff' }),
  line(37_200, { category: 'coordination' }),
  line(1_800, { category: 'maintenance', kind: 'recurring' }),
  line(500, { category: 'maintenance', kind: 'recurring' }),
  line(300, { category: 'maintenance', kind: 'recurring' }),
  line(8_000, { category: 'maintenance', fromMonth: 36 }),
]

test('an estimate of 20, 26 and 50 thousand is planned as 29 thousand; without edges it is its middle', () => {
  expect(expected({ low: 20_000, likely: 26_000, high: 50_000 })).toBe(29_000)
  expect(expected({ low: null, likely: 26_000, high: null })).toBe(26_000)
})

test('staged head-counts make 963 user-months, in whatever order they are kept', () => {
  expect(userMonths(horizon, counts)).toBe(963)
  expect(plannedOver(lines[0] as Line, horizon, counts)).toBe(57_780)
})

test('the example costs 293,580: 304.86 per user-month, 435.51 per adopting one, 80 % hidden', () => {
  const total = totalCost(lines, horizon, counts)
  expect(total).toBe(293_580)
  expect(per(total, userMonths(horizon, counts))).toBeCloseTo(304.86, 2)
  expect(per(total, adoptingMonths(horizon, counts))).toBeCloseTo(435.51, 2)
  expect(hiddenCostRatio(lines, horizon, counts)).toBeCloseTo(0.8, 2)
})

test('with nobody, with no cost or with an unknown share nothing is divided: there is no number', () => {
  expect(userMonths(horizon, [])).toBe(0)
  expect(per(100, 0)).toBeNull()
  expect(per(100, adoptingMonths(horizon, []))).toBeNull()
  expect(adoptingMonths(horizon, [{ fromMonth: 1, users: 5, adopters: null }])).toBeNull()
  expect(per(100, adoptingMonths(3, [{ fromMonth: 1, users: 5, adopters: 0 }]))).toBeNull()
  expect(hiddenCostRatio([], horizon, counts)).toBeNull()
  expect(changeRatio(100, 0)).toBeNull()
  expect(adoptingMonths(2, [{ fromMonth: 1, users: 1, adopters: 1 }])).toBe(2)
})

test('before the first head-count nobody is charged for; a line begins and ends in its months', () => {
  const fee = line(60, { kind: 'usage' })
  expect(plannedIn(fee, 1, [{ fromMonth: 2, users: 4, adopters: null }])).toBe(0)
  expect(plannedIn(fee, 2, [{ fromMonth: 2, users: 4, adopters: null }])).toBe(240)
  const rent = line(500, { kind: 'recurring', fromMonth: 3, toMonth: 4 })
  expect([2, 3, 4, 5].map((month) => plannedIn(rent, month, []))).toEqual([0, 500, 500, 0])
})

test('the forecast takes what was spent and the rest of the plan by how the plan held', () => {
  expect(forecast({ planned: [100, 100, 100, 100], actual: [120, 120] }, 2)).toBe(480)
  expect(forecast({ planned: [100, 100], actual: [1_000] }, 1), 'bounded above').toBe(1_200)
  expect(forecast({ planned: [100, 100], actual: [0] }, 1), 'bounded below').toBe(80)
  expect(forecast({ planned: [0, 100], actual: [50] }, 1), 'nothing was planned so far').toBe(150)
  expect(forecast({ planned: [100, 100], actual: [] }, 0), 'nothing is over yet').toBe(200)
  expect(forecast({ planned: [100], actual: [130] }, 0), 'the month is dearer already').toBe(130)
  expect(forecast({ planned: [], actual: [] }, 0)).toBe(0)
})

test('40 % is kept in hand until a pilot was paid for, then what it went over, at least 10 %', () => {
  expect(contingencyShare()).toBe(0.4)
  expect(contingencyShare({ actual: 0, planned: 0 })).toBe(0.4)
  expect(contingencyShare({ actual: 1_250, planned: 1_000 })).toBe(0.25)
  expect(contingencyShare({ actual: 900, planned: 1_000 })).toBe(0.1)
})

test('four people at 20 % for three weeks of 2,000 lose 4,800; a later month is worth less today', () => {
  expect(productivityDip({ people: 4, share: 0.2, weeks: 3, weeklyCost: 2_000 })).toBeCloseTo(4_800)
  expect(presentValue([100, 100], 0)).toBe(200)
  expect(presentValue([...Array(12).fill(0), 106], 0.06)).toBeCloseTo(100)
})

test('whatever is planned, a forecast is finite, and never less than what was spent', () => {
  const amounts = fc.array(fc.nat(1e9), { maxLength: 40 })
  fc.assert(
    fc.property(amounts, amounts, fc.nat(40), (planned, actual, over) => {
      const value = forecast({ planned, actual }, over)
      expect(Number.isFinite(value)).toBe(true)
      expect(value).toBeGreaterThanOrEqual(actual.slice(0, over).reduce((a, b) => a + b, 0))
    }),
  )
})
