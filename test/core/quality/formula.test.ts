import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  accuracyOf,
  dimensions,
  indexOf,
  overallIndex,
  shareOf,
  weights,
  wilsonLower,
} from '../../../core/quality/formula.ts'
import { openProfiler } from '../../../core/quality/profile.ts'
import { formatIndex, formatShare } from '../../../core/quality/wording.ts'

describe('the golden values of the document', () => {
  test('an account with .82 .93 .96 .70 .90 and no sample has an index of 86.4 from 5 of 6 parts', () => {
    const index = indexOf({
      completeness: 0.82,
      validity: 0.93,
      uniqueness: 0.96,
      timeliness: 0.7,
      consistency: 0.9,
      accuracy: null,
    })
    expect(formatIndex('en', index.value ?? 0)).toBe('86.4')
    expect(index.parts).toBe(5)
  })

  test('46 right of 50 promise .81; fewer than 30 checks promise nothing', () => {
    expect(wilsonLower(46, 50)).toBeCloseTo(0.81, 2)
    expect(accuracyOf({ good: 46, of: 50 })).toBeCloseTo(0.81, 2)
    expect(accuracyOf({ good: 29, of: 29 })).toBeNull()
  })

  test('accounts count .35 and contacts .30, spread over what is known', () => {
    expect(
      overallIndex([
        { weight: 0.35, value: 80 },
        { weight: 0.3, value: 60 },
      ]),
    ).toBeCloseTo((0.35 * 80 + 0.3 * 60) / 0.65, 10)
    expect(
      overallIndex([
        { weight: 0.35, value: 80 },
        { weight: 0.3, value: null },
      ]),
    ).toBeCloseTo(80, 10)
  })

  test('the weights are a whole', () => {
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10)
  })
})

test('of nothing there is no share and no index, and never NaN', () => {
  expect(shareOf({ good: 0, of: 0 })).toBeNull()
  expect(indexOf({})).toEqual({ value: null, parts: 0 })
  expect(overallIndex([])).toBeNull()
  expect(overallIndex([{ weight: 0.35, value: null }])).toBeNull()
})

test('an index lies between its worst and its best part, whatever is unknown', () => {
  const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }))
  const parts = fc.record(Object.fromEntries(dimensions.map((dimension) => [dimension, share])))
  fc.assert(
    fc.property(parts, (given) => {
      const known = Object.values(given).filter((one) => one !== null)
      const { value, parts: count } = indexOf(given)
      expect(count).toBe(known.length)
      if (known.length === 0) return expect(value).toBeNull()
      expect(value).toBeGreaterThanOrEqual(100 * Math.min(...known) - 1e-9)
      expect(value).toBeLessThanOrEqual(100 * Math.max(...known) + 1e-9)
    }),
  )
})

test('what is not everything is never written as 100 %', () => {
  expect(formatShare('en', 0.9999)).toBe('99.9%')
  expect(formatShare('zh-CN', 1)).toBe('100%')
})

describe('a file before it is imported', () => {
  const fields = [
    { field: 'name', weight: 1 },
    { field: 'mobile', weight: 3 },
  ]

  test('is measured by the same rules', () => {
    const profiler = openProfiler(fields)
    profiler.add({ name: 'valid', mobile: 'valid' }, ['m:138'])
    profiler.add({ name: 'valid', mobile: 'invalid' }, ['n:one'])
    profiler.add({ name: 'valid' }, ['m:138'])
    profiler.add({ name: 'valid', mobile: 'empty' }, [])
    const profile = profiler.profile()
    expect(profile.completeness).toEqual({ good: 4 + 3 * 2, of: 16 })
    expect(profile.validity).toEqual({ good: 5, of: 6 })
    expect(profile.uniqueness).toEqual({ good: 3, of: 4 })
    expect(profile.fields.get('mobile')).toEqual({
      filled: { good: 2, of: 4 },
      valid: { good: 1, of: 2 },
    })
    const { completeness, validity, uniqueness } = profile
    const parts = {
      completeness: shareOf(completeness),
      validity: shareOf(validity),
      uniqueness: shareOf(uniqueness),
    }
    expect(indexOf(parts).parts).toBe(3)
  })

  test('that is empty says nothing at all', () => {
    const { completeness, validity, uniqueness } = openProfiler(fields).profile()
    for (const share of [completeness, validity, uniqueness]) expect(shareOf(share)).toBeNull()
  })
})
