import { expect, test } from 'vitest'
import { daysAround, daysOf, type Period } from '../../../core/conditions/periods.ts'
import type { Scope } from '../../../core/scope.ts'

const at = (moment: string, timeZone = 'Asia/Shanghai') =>
  ({ company: { timeZone }, now: () => new Date(moment) }) as unknown as Scope

test.each<[Period, string, string]>([
  ['today', '2026-03-05', '2026-03-05'],
  ['yesterday', '2026-03-04', '2026-03-04'],
  ['tomorrow', '2026-03-06', '2026-03-06'],
  ['this-week', '2026-03-02', '2026-03-08'],
  ['last-week', '2026-02-23', '2026-03-01'],
  ['next-week', '2026-03-09', '2026-03-15'],
  ['this-month', '2026-03-01', '2026-03-31'],
  ['last-month', '2026-02-01', '2026-02-28'],
  ['next-month', '2026-04-01', '2026-04-30'],
  ['this-quarter', '2026-01-01', '2026-03-31'],
  ['last-quarter', '2025-10-01', '2025-12-31'],
  ['this-year', '2026-01-01', '2026-12-31'],
  ['last-year', '2025-01-01', '2025-12-31'],
])('%s of Thursday 5 March 2026 goes from %s to %s', (period, from, to) => {
  expect(daysOf(at('2026-03-05T04:00:00Z'), period)).toEqual({ from, to })
})

test('a day begins where the company is, and a week on Monday even on Sunday', () => {
  expect(daysOf(at('2026-03-04T17:00:00Z'), 'today').from).toBe('2026-03-05')
  expect(daysOf(at('2026-03-04T17:00:00Z', 'Europe/London'), 'today').from).toBe('2026-03-04')
  expect(daysOf(at('2026-03-08T04:00:00Z'), 'this-week').from).toBe('2026-03-02')
  expect(daysOf(at('2028-01-31T04:00:00Z'), 'next-month').to).toBe('2028-02-29')
})

test('the last 30 days are today and 29 before it', () => {
  expect(daysAround(at('2026-03-05T04:00:00Z'), -30)).toEqual({
    from: '2026-02-04',
    to: '2026-03-05',
  })
  expect(daysAround(at('2026-03-05T04:00:00Z'), 7)).toEqual({
    from: '2026-03-05',
    to: '2026-03-11',
  })
  expect(daysAround(at('2026-03-05T04:00:00Z'), -1)).toEqual({
    from: '2026-03-05',
    to: '2026-03-05',
  })
})
