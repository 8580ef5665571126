import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  type Calendar,
  isWorkingDay,
  nextWorkingDay,
  shiftDay,
  workingDaysBetween,
} from '../../../core/calendar/calendar.ts'
import { chinaDays, chinaYears, keepsChina } from '../../../core/calendar/china.ts'

const china: Calendar = { special: chinaDays('en', (holiday) => `for ${holiday}`) }
const plain: Calendar = { special: new Map() }

describe('China’s arrangement of 2026', () => {
  test.each([
    ['2026-02-14', true, 'a Saturday worked instead of the Spring Festival'],
    ['2026-02-28', true, 'the Saturday after it'],
    ['2026-02-16', false, 'New Year’s Eve, a Monday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-10', true, 'a Saturday worked instead of it'],
    ['2026-10-11', false, 'an ordinary Sunday'],
    ['2026-10-12', true, 'an ordinary Monday'],
  ])('%s is worked: %s, being %s', (day, works) => {
    expect(isWorkingDay(china, day)).toBe(works)
  })

  test('2027 is not published, and nothing is made up for it', () => {
    expect(chinaYears.has(2026)).toBe(true)
    expect(chinaYears.has(2027)).toBe(false)
    expect([...china.special.keys()].filter((day) => day.startsWith('2027'))).toEqual([])
  })

  test('it holds for firms in China alone', () => {
    expect([keepsChina('Asia/Shanghai'), keepsChina('Europe/London')]).toEqual([true, false])
  })
})

test('terms jump over the Spring Festival and count the Saturdays that are worked', () => {
  expect(addWorkingDays(china, '2026-02-13', 1)).toBe('2026-02-14')
  expect(addWorkingDays(china, '2026-02-14', 1)).toBe('2026-02-24')
  expect(workingDaysBetween(china, '2026-02-13', '2026-02-24')).toBe(2)
  expect(nextWorkingDay(china, '2026-02-15')).toBe('2026-02-24')
})

test('a term backwards ends on a working day before', () => {
  expect(addWorkingDays(plain, '2026-11-30', -1)).toBe('2026-11-27')
  expect(workingDaysBetween(plain, '2026-11-30', '2026-11-27')).toBe(-1)
  expect(workingDaysBetween(plain, '2026-11-28', '2026-11-29')).toBe(0)
})

test('so many working days later are so many working days between', () => {
  const day = integer({ min: 0, max: 700 }).map((by) => shiftDay('2025-01-01', by))
  assert(
    property(day, integer({ min: 1, max: 90 }), (from, count) => {
      const to = addWorkingDays(china, from, count)
      expect(isWorkingDay(china, to)).toBe(true)
      expect(workingDaysBetween(china, from, to)).toBe(count)
    }),
  )
})

test('a firm that never works still gets a day', () => {
  const days = Array.from({ length: 900 }, (_, by) => shiftDay('2026-01-01', by))
  const never: Calendar = {
    special: new Map(days.map((day) => [day, { works: false, name: 'closed', isOwn: true }])),
  }
  expect(nextWorkingDay(never, '2026-01-01')).toMatch(/^\d{4}-/)
  expect(addWorkingDays(never, '2026-01-01', 3)).toMatch(/^\d{4}-/)
})
