import { expect, test } from 'vitest'
import type { Calendar } from '../../../core/calendar/calendar.ts'
import { chinaDays, chinaYears } from '../../../core/calendar/china.ts'
import { nextFit, unfitMoment } from '../../../flags/gates/moment.ts'

const china: Calendar = { special: chinaDays('en', (holiday) => holiday) }

test.each<[string, string | undefined, string]>([
  ['2026-11-26 09:30:00', undefined, 'a Thursday morning'],
  ['2026-11-26 17:59:00', undefined, 'a Thursday afternoon'],
  ['2026-11-27 11:59:00', undefined, 'a Friday morning'],
  ['2026-11-27 12:00:00', 'beforeRest', 'a Friday afternoon'],
  ['2026-11-28 10:00:00', 'holiday', 'a Saturday'],
  ['2026-11-26 07:59:00', 'night', 'too early'],
  ['2026-11-26 18:00:00', 'night', 'too late'],
  ['2026-10-01 10:00:00', 'holiday', 'National Day'],
  ['2026-09-30 14:00:00', 'beforeRest', 'the Wednesday afternoon before National Day'],
  ['2026-10-10 10:00:00', undefined, 'a Saturday that is worked instead'],
  ['2026-10-09 15:00:00', 'beforeRest', 'a Friday afternoon, though Saturday is worked'],
  ['2026-02-14 14:00:00', 'beforeRest', 'the worked Saturday before the Spring Festival'],
])('%s: %s, being %s', (wall, unfit) => {
  expect(unfitMoment(china, wall)).toBe(unfit)
})

test('what does not fit is put off to the morning of the next working day', () => {
  expect(nextFit(china, '2026-11-27 15:00:00')).toBe('2026-11-30 09:00:00')
  expect(nextFit(china, '2026-09-30 15:00:00')).toBe('2026-10-08 09:00:00')
  expect(unfitMoment(china, nextFit(china, '2026-02-14 14:00:00'))).toBeUndefined()
})

test('of a year whose holidays nobody has entered no day fits; with New Year’s Day they count as entered', () => {
  const published: Calendar = { ...china, years: chinaYears }
  for (const wall of ['2999-01-01 10:00:00', '2999-03-05 10:00:00'])
    expect(unfitMoment(published, wall), wall).toBe('unknownYear')
  expect(unfitMoment(published, '2026-11-26 09:30:00')).toBeUndefined()
  const off = { works: false, name: 'New Year', isOwn: true }
  const entered: Calendar = {
    ...published,
    special: new Map([...china.special, ['2999-01-01', off]]),
  }
  expect(unfitMoment(entered, '2999-01-01 10:00:00')).toBe('holiday')
  expect(unfitMoment(entered, '2999-03-05 10:00:00')).toBeUndefined()
})
