import { expect, test } from 'vitest'
import { healthOf } from '../../../flags/overview/health.ts'

test('health is its worst part, by name: Amy’s rollout is held down by its data', () => {
  const health = healthOf({
    coverage: 96,
    adoption: 63,
    quality: 62,
    forecast: 105_000,
    envelope: 100_000,
    risk: 9,
  })
  expect(health.parts).toEqual({ people: 79.5, data: 62, cost: expect.closeTo(80), risk: 64 })
  expect(health).toMatchObject({ value: 62, weakest: 'data' })
})

test('what is not known is left out, and of nothing known there is no number', () => {
  expect(healthOf({ adoption: 50 })).toMatchObject({ value: 50, weakest: 'people' })
  expect(healthOf({})).toMatchObject({ value: undefined, weakest: undefined })
  expect(healthOf({ forecast: 1, envelope: 0 }).value).toBeUndefined()
})

test.each([
  [100_000, 100],
  [90_000, 100],
  [112_500, 50],
  [125_000, 0],
  [200_000, 0],
])('a forecast of %i against an envelope of 100,000 leaves %i', (forecast, left) => {
  expect(healthOf({ forecast, envelope: 100_000 }).value).toBeCloseTo(left)
})

test('a risk of 25 leaves nothing, and never less than nothing', () => {
  expect(healthOf({ risk: 25 }).value).toBe(0)
  expect(healthOf({ risk: 0 }).value).toBe(100)
})
