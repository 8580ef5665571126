import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chinaDays, chinaYears } from '../../../core/calendar/china.ts'
import { momentAt, wallTime } from '../../../core/values/moment.ts'
import { parseSpans, printSpans } from '../../../modules/service/hours/typed-spans.ts'
import { addWork, type WorkTime, workBetween } from '../../../modules/service/hours/work-time.ts'

const timeZone = 'Asia/Shanghai'
const calendar = { special: chinaDays('zh-CN', (holiday) => holiday), years: chinaYears }
const day = [
  { from: 540, to: 720 },
  { from: 810, to: 1_080 },
]
/** Nine to twelve and half past one to six, Monday to Friday, as China's calendar has it in 2026. */
const office: WorkTime = {
  ...{ timeZone, calendar, onHolidays: false },
  week: [day, day, day, day, day, [], []],
}
const whole = [{ from: 0, to: 1_440 }]
const always: WorkTime = { ...office, onHolidays: true, week: Array(7).fill(whole) }
const night = [{ from: 1_320, to: 1_800 }]
const nights: WorkTime = { ...office, week: [night, night, night, night, night, [], []] }

const at = (wall: string, zone = timeZone) => momentAt(`${wall}:00`, zone).getTime()
const hours = (count: number) => count * 3_600_000
const shown = (moment: number | undefined, zone = timeZone) =>
  moment === undefined ? 'never' : wallTime(new Date(moment), zone).slice(0, 16)

describe('when so many working hours have passed', () => {
  const cases: [why: string, work: WorkTime, from: string, count: number, due: string][] = [
    ['within the morning', office, '2026-03-05 09:30', 2, '2026-03-05 11:30'],
    ['over lunch', office, '2026-03-05 11:00', 2, '2026-03-05 14:30'],
    [
      'to the end of the day, not to the next morning',
      office,
      '2026-03-05 09:00',
      7.5,
      '2026-03-05 18:00',
    ],
    ['to the next day', office, '2026-03-05 17:00', 2, '2026-03-06 10:00'],
    ['begun before work', office, '2026-03-05 03:00', 1, '2026-03-05 10:00'],
    ['begun at lunch', office, '2026-03-05 12:10', 1, '2026-03-05 14:30'],
    ['over a weekend', office, '2026-03-06 17:00', 2, '2026-03-09 10:00'],
    ['no time at all, even at night', office, '2026-03-05 03:00', 0, '2026-03-05 03:00'],
    [
      'into the spring festival: the Saturday before is worked',
      office,
      '2026-02-13 17:00',
      2,
      '2026-02-14 10:00',
    ],
    ['over the spring festival, nine days', office, '2026-02-14 17:00', 2, '2026-02-24 10:00'],
    ['on the make-up Saturday behind it', office, '2026-02-27 17:00', 2, '2026-02-28 10:00'],
    [
      'over National Day to the make-up Saturday',
      office,
      '2026-09-30 17:30',
      16,
      '2026-10-10 09:30',
    ],
    ['all day and night, through the festival', always, '2026-02-16 23:00', 2, '2026-02-17 01:00'],
    ['a night across midnight', nights, '2026-03-05 23:00', 4, '2026-03-06 03:00'],
    ['the night of a Friday ends on Saturday', nights, '2026-03-07 05:00', 2, '2026-03-09 23:00'],
  ]
  test.each(cases)('%s', (_, work, from, count, due) => {
    expect(shown(addWork(work, at(from), hours(count)))).toBe(due)
  })

  test('summer time takes an hour of the night and gives it back', () => {
    const berlin = { ...nights, timeZone: 'Europe/Berlin', calendar: { special: new Map() } }
    const sundays = { ...berlin, week: [[], [], [], [], [], night, []] }
    expect(
      workBetween(
        sundays,
        at('2026-03-28 12:00', 'Europe/Berlin'),
        at('2026-03-29 12:00', 'Europe/Berlin'),
      ),
    ).toBe(hours(7))
    expect(
      workBetween(
        sundays,
        at('2026-10-24 12:00', 'Europe/Berlin'),
        at('2026-10-25 12:00', 'Europe/Berlin'),
      ),
    ).toBe(hours(9))
  })

  test('who never works is done never', () => {
    const idle = { ...office, week: Array(7).fill([]) }
    expect(addWork(idle, at('2026-03-05 09:00'), 1)).toBeUndefined()
    expect(workBetween(idle, at('2026-03-05 09:00'), at('2026-12-05 09:00'))).toBe(0)
  })
})

const moment = fc.integer({ min: at('2025-12-20 00:00'), max: at('2026-12-20 00:00') })
const some = fc.integer({ min: 1, max: hours(120) })
const works = fc.constantFrom(office, always, nights)

test('what is added is what lies between', () => {
  fc.assert(
    fc.property(works, moment, some, (work, from, amount) => {
      const due = addWork(work, from, amount) ?? Number.NaN
      expect(workBetween(work, from, due)).toBe(amount)
      expect(workBetween(work, from, due - 1)).toBe(amount - 1)
    }),
  )
})

test('time is the sum of its parts, and a day off makes it no longer', () => {
  fc.assert(
    fc.property(works, fc.tuple(moment, moment, moment), fc.nat(300), (work, moments, off) => {
      const [a = 0, b = 0, c = 0] = moments.sort((one, other) => one - other)
      expect(workBetween(work, a, b) + workBetween(work, b, c)).toBe(workBetween(work, a, c))
      const special = new Map(work.calendar.special)
      const free = new Date(a + off * 86_400_000).toISOString().slice(0, 10)
      special.set(free, { works: false, name: '', isOwn: true })
      const holiday = { ...work, calendar: { special } }
      expect(workBetween(holiday, a, c)).toBeLessThanOrEqual(workBetween(work, a, c))
      expect(addWork(holiday, a, hours(9))).toBeGreaterThanOrEqual(addWork(work, a, hours(9)) ?? 0)
    }),
    { numRuns: 40 },
  )
})

describe('the hours of a day as people type them', () => {
  const cases: [typed: string, read: string][] = [
    ['9-12, 13:30–18:00', '09:00-12:00, 13:30-18:00'],
    ['９：００至１８：００', '09:00-18:00'],
    ['13:30-18:00、9:00-12:00', '09:00-12:00, 13:30-18:00'],
    ['0:00 - 24:00', '00:00-24:00'],
    ['22:00-6:00', '22:00-06:00'],
    ['', ''],
    ['9-25', 'refused'],
    ['9:60-12', 'refused'],
    ['9-12, 11-14', 'refused'],
    ['9-9', 'refused'],
    ['mornings', 'refused'],
  ]
  test.each(cases)('“%s”', (typed, read) => {
    const spans = parseSpans(typed)
    expect(spans ? printSpans(spans) : 'refused').toBe(read)
  })
})
