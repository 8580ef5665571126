import { describe, expect, test } from 'vitest'
import { guessDateOrder, parseDate } from '../../../core/values/date.ts'
import type { Parsed } from '../../../core/values/parsed.ts'

const outcome = (parsed: Parsed<unknown>): unknown =>
  parsed.ok ? parsed.value : parsed.problem.code

describe('dates', () => {
  test.each([
    '2026年3月5日',
    '2026 年 3 月 5 号',
    '2026-3-5',
    '2026/03/05',
    '２０２６．３．５',
    '20260305',
    '5 Mar 2026',
    '5-March-2026',
    'Mar. 5th, 2026',
    '2026-03-05 14:05',
    '2026-03-05T00:00:00.000Z',
  ])('%s is the fifth of March', (text) => {
    expect(outcome(parseDate(text))).toBe('2026-03-05')
  })
  test('a date that can mean two days is refused with both, unless its order is declared', () => {
    expect(parseDate('01-03-2017')).toEqual({
      ok: false,
      problem: { code: 'ambiguousDate', values: ['2017-03-01', '2017-01-03'] },
    })
    expect(outcome(parseDate('01-03-2017', { order: 'DMY' }))).toBe('2017-03-01')
    expect(outcome(parseDate('01-03-2017', { order: 'MDY' }))).toBe('2017-01-03')
    expect(outcome(parseDate('20-10-2016'))).toBe('2016-10-20')
    expect(outcome(parseDate('20-10-2016', { order: 'MDY' }))).toBe('noSuchDay')
  })
  test('one cell settles the order of its column, and contradicting ones settle nothing', () => {
    expect(guessDateOrder(['01-03-2017', '20-10-2016'])).toBe('DMY')
    expect(guessDateOrder(['01/03/2017', '10/20/2016'])).toBe('MDY')
    expect(guessDateOrder(['20-10-2016', '10-20-2016'])).toBeUndefined()
    expect(guessDateOrder(['01-03-2017', 'x', ''])).toBeUndefined()
  })
  test('days that do not exist and years of two digits are refused with their own sentence', () => {
    expect(outcome(parseDate('2026-02-29'))).toBe('noSuchDay')
    expect(outcome(parseDate('2024-02-29'))).toBe('2024-02-29')
    expect(outcome(parseDate('5-Mar-26'))).toBe('shortYear')
    expect(outcome(parseDate('45000'))).toBe('notADate')
  })
})
