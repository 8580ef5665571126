import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shiftDay } from '../../../core/calendar/calendar.ts'
import { buyingOf } from '../../../modules/sales/purchases/buying.ts'

const every = (days: number, times: number, last: string) =>
  Array.from({ length: times }, (_, at) => shiftDay(last, -days * at))

test('a customer who bought monthly and has been silent for a quarter is quiet; one in their rhythm is not', () => {
  const days = every(30, 6, '2026-05-01')
  expect(buyingOf(days, 600, '2026-05-31')).toMatchObject({ rhythmDays: 30, isQuiet: false })
  expect(buyingOf(days, 600, '2026-08-01')).toMatchObject({ recencyDays: 92, isQuiet: true })
})

test('two purchases tell no rhythm, and nobody is called quiet for them', () => {
  expect(buyingOf(every(10, 2, '2020-01-01'), 1, '2026-01-01')).toMatchObject({
    rhythmDays: null,
    isQuiet: false,
  })
  expect(buyingOf([], 0, '2026-01-01')).toBeUndefined()
})

test('the order of the days changes nothing, and two contracts of one day are one purchase', () => {
  const day = fc.integer({ min: 0, max: 2_000 }).map((by) => shiftDay('2020-01-01', by))
  fc.assert(
    fc.property(fc.array(day, { minLength: 1 }), (days) => {
      const once = buyingOf(days, 5, '2026-01-01')
      expect(buyingOf([...days, ...days].toReversed(), 5, '2026-01-01')).toEqual(once)
      expect(once?.frequency).toBe(new Set(days).size)
    }),
  )
})
