import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chinaDays, chinaYears } from '../../../core/calendar/china.ts'
import { momentAt, wallTime } from '../../../core/values/moment.ts'
import {
  type Clock,
  type ClockRule,
  type Happening,
  outcomeOf,
  reckon,
} from '../../../modules/service/clocks/reckoning.ts'
import { workBetween } from '../../../modules/service/hours/work-time.ts'

const timeZone = 'Asia/Shanghai'
const day = [{ from: 540, to: 1_080 }]
const hours = (count: number) => count * 3_600_000
const at = (wall: string) => momentAt(`2026-${wall}:00`, timeZone).getTime()
const shown = (moment: number | null) =>
  moment === null ? 'open' : wallTime(new Date(moment), timeZone).slice(5, 16)

/** Nine to six on working days: an answer within two hours, another within four, solved within eighteen. */
const rule: ClockRule = {
  targets: { first: hours(2), next: hours(4), solve: hours(18) },
  pauses: ['waiting_customer'],
  warnAfter: 0.75,
  work: {
    ...{ timeZone, onHolidays: false, week: [day, day, day, day, day, [], []] },
    calendar: { special: chinaDays('zh-CN', (holiday) => holiday), years: chinaYears },
  },
}

const opened = (wall: string): Happening => ({ at: at(wall), what: 'opened' })
const customer = (wall: string): Happening => ({ at: at(wall), what: 'customer' })
const answer = (wall: string): Happening => ({ at: at(wall), what: 'answer' })
const waits = (wall: string): Happening => ({
  ...{ at: at(wall), what: 'state' },
  type: 'waiting_customer',
})
const goesOn = (wall: string): Happening => ({
  ...{ at: at(wall), what: 'state' },
  type: 'waiting_us',
})
const solved = (wall: string): Happening => ({ ...{ at: at(wall), what: 'state' }, type: 'solved' })
const closed = (wall: string): Happening => ({ ...{ at: at(wall), what: 'state' }, type: 'closed' })

const say = (clock: Clock, now: number) =>
  `${clock.kind}${clock.round > 1 ? clock.round : ''} ${shown(clock.dueAt)} ${outcomeOf(clock, now)}`

describe('the clocks of a ticket', () => {
  const cases: [why: string, now: string, happened: Happening[], said: string[]][] = [
    [
      'just opened',
      '03-05 10:00',
      [opened('03-05 10:00')],
      ['first 03-05 12:00 open', 'solve 03-09 10:00 open'],
    ],
    [
      'opened in the night',
      '03-05 02:00',
      [opened('03-05 02:00')],
      ['first 03-05 11:00 open', 'solve 03-06 18:00 open'],
    ],
    [
      'opened before the spring festival, whose Saturday is worked',
      '02-14 17:00',
      [opened('02-14 17:00')],
      ['first 02-24 10:00 open', 'solve 02-25 17:00 open'],
    ],
    [
      'answered to the minute',
      '03-05 13:00',
      [opened('03-05 10:00'), answer('03-05 12:00')],
      ['first 03-05 12:00 kept', 'solve 03-09 10:00 open'],
    ],
    [
      'answered a minute late',
      '03-05 13:00',
      [opened('03-05 10:00'), answer('03-05 12:01')],
      ['first 03-05 12:00 broken', 'solve 03-09 10:00 open'],
    ],
    [
      'nobody answers',
      '03-05 12:01',
      [opened('03-05 10:00')],
      ['first 03-05 12:00 broken', 'solve 03-09 10:00 open'],
    ],
    [
      'the customer writes twice before an answer: one clock',
      '03-05 10:30',
      [opened('03-05 10:00'), customer('03-05 10:10'), customer('03-05 10:20')],
      ['first 03-05 12:00 open', 'solve 03-09 10:00 open'],
    ],
    [
      'the customer writes again: the first of two messages counts',
      '03-05 16:00',
      [
        opened('03-05 10:00'),
        answer('03-05 11:00'),
        customer('03-05 13:00'),
        customer('03-05 15:00'),
      ],
      ['first 03-05 12:00 kept', 'next 03-05 17:00 open', 'solve 03-09 10:00 open'],
    ],
    [
      'two rounds',
      '03-06 12:00',
      [
        ...[opened('03-05 10:00'), answer('03-05 11:00'), customer('03-05 13:00')],
        ...[answer('03-05 17:30'), customer('03-06 09:00')],
      ],
      [
        'first 03-05 12:00 kept',
        'next 03-05 17:00 broken',
        'next2 03-06 13:00 open',
        'solve 03-09 10:00 open',
      ],
    ],
    [
      'waiting for the customer leaves open when it is due',
      '03-20 12:00',
      [opened('03-05 10:00'), answer('03-05 11:00'), waits('03-05 11:00')],
      ['first 03-05 12:00 kept', 'solve open open'],
    ],
    [
      'two days of waiting are two days more',
      '03-09 11:00',
      [opened('03-05 10:00'), answer('03-05 11:00'), waits('03-05 11:00'), goesOn('03-09 11:00')],
      ['first 03-05 12:00 kept', 'solve 03-11 10:00 open'],
    ],
    [
      'waiting over a weekend costs nothing',
      '03-09 09:00',
      [opened('03-05 10:00'), waits('03-06 18:00'), goesOn('03-09 09:00')],
      ['first 03-05 12:00 broken', 'solve 03-09 10:00 open'],
    ],
    [
      'what was broken before a pause stays broken',
      '03-05 14:00',
      [opened('03-05 10:00'), waits('03-05 13:00')],
      ['first 03-05 12:00 broken', 'solve open open'],
    ],
    [
      'solved in time, and closed later',
      '04-20 12:00',
      [opened('03-05 10:00'), answer('03-05 11:00'), solved('03-06 10:00'), closed('04-13 10:00')],
      ['first 03-05 12:00 kept', 'solve 03-09 10:00 kept'],
    ],
    [
      'solved without a word: that is the answer',
      '03-05 12:00',
      [opened('03-05 10:00'), solved('03-05 11:00')],
      ['first 03-05 12:00 kept', 'solve 03-09 10:00 kept'],
    ],
    [
      'opened again: the time that it was solved does not count',
      '03-09 10:00',
      [
        ...[opened('03-05 10:00'), answer('03-05 11:00'), solved('03-05 12:00')],
        ...[customer('03-09 09:00'), goesOn('03-09 09:00')],
      ],
      ['first 03-05 12:00 kept', 'next 03-09 13:00 open', 'solve 03-10 16:00 open'],
    ],
    [
      'solved while it waited',
      '03-20 12:00',
      [opened('03-05 10:00'), answer('03-05 11:00'), waits('03-05 11:00'), solved('03-19 11:00')],
      ['first 03-05 12:00 kept', 'solve open kept'],
    ],
    [
      'answered at the moment it came',
      '03-05 10:00',
      [opened('03-05 10:00'), answer('03-05 10:00'), solved('03-05 10:00')],
      ['first 03-05 12:00 kept', 'solve 03-09 10:00 kept'],
    ],
    [
      'a file says that it was solved before it came',
      '03-05 12:00',
      [opened('03-05 10:00'), answer('03-04 10:00'), solved('03-01 10:00')],
      ['first 03-05 12:00 kept', 'solve 03-09 10:00 kept'],
    ],
    ['never opened', '03-05 12:00', [customer('03-05 10:00')], []],
  ]
  test.each(cases)('%s', (_, now, happened, said) => {
    expect(reckon(happened, rule, at(now)).map((clock) => say(clock, at(now)))).toEqual(said)
  })

  test('a promise of no time is broken at once, and none makes no clock', () => {
    const strict = { ...rule, targets: { first: 0, next: null, solve: null } }
    const told = [opened('03-05 10:00')]
    expect(
      reckon(told, strict, at('03-05 10:01')).map((clock) => say(clock, at('03-05 10:01'))),
    ).toEqual(['first 03-05 10:00 broken'])
  })

  test('a warning comes after three quarters of the working time', () => {
    const [first] = reckon([opened('03-05 17:00')], rule, at('03-05 17:00'))
    expect([shown(first?.warnAt ?? null), shown(first?.dueAt ?? null)]).toEqual([
      '03-06 09:30',
      '03-06 10:00',
    ])
  })

  test('what has passed stands still while a clock does', () => {
    const told = [opened('03-05 10:00'), waits('03-05 11:00')]
    const [first] = reckon(told, rule, at('03-19 11:00'))
    expect([first?.used, shown(first?.pausedAt ?? null)]).toEqual([hours(1), '03-05 11:00'])
  })
})

const start = at('02-09 08:00')
const later = fc.integer({ min: 0, max: 30 * 24 * 60 }).map((minutes) => start + minutes * 60_000)
const one: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ at: later, what: fc.constantFrom('customer' as const, 'answer' as const) }),
  fc.record({
    at: later,
    what: fc.constant('state' as const),
    type: fc.constantFrom(
      ...(['open', 'waiting_us', 'waiting_customer', 'solved', 'closed'] as const),
    ),
  }),
)
const history = fc
  .array(one, { maxLength: 14 })
  .map((all): Happening[] => [{ at: start, what: 'opened' }, ...all])
const now = start + 40 * 86_400_000

test('the order in which things are told does not matter, nor does hearing of them twice', () => {
  fc.assert(
    fc.property(
      history.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }),
        ),
      ),
      ([all, shuffled]) => {
        expect(reckon(shuffled, rule, now)).toEqual(reckon(all, rule, now))
      },
    ),
  )
})

test('waiting for the customer never makes anything due earlier, nor uses up more time', () => {
  fc.assert(
    fc.property(history, (all) => {
      const paused = reckon(all, rule, now)
      const running = reckon(all, { ...rule, pauses: [] }, now)
      expect(paused.length).toBe(running.length)
      paused.forEach((clock, place) => {
        const other = running[place] as Clock
        expect(clock.used).toBeLessThanOrEqual(other.used)
        if (clock.dueAt !== null)
          expect(clock.dueAt).toBeGreaterThanOrEqual(other.dueAt ?? Infinity)
        if (outcomeOf(other, now) === 'kept') expect(outcomeOf(clock, now)).toBe('kept')
      })
    }),
  )
})

test('a clock is broken exactly when it used up more than it was given', () => {
  fc.assert(
    fc.property(history, (all) => {
      for (const clock of reckon(all, rule, now)) {
        const end = clock.stoppedAt ?? now
        expect(clock.used).toBeLessThanOrEqual(workBetween(rule.work, clock.startedAt, end))
        if (clock.used > clock.target) expect(outcomeOf(clock, now)).toBe('broken')
        if (clock.used < clock.target) expect(outcomeOf(clock, now)).not.toBe('broken')
      }
    }),
  )
})

test('a day off more never makes anything due earlier', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 30 }), (all, off) => {
      const special = new Map(rule.work.calendar.special)
      const free = new Date(start + off * 86_400_000).toISOString().slice(0, 10)
      special.set(free, { works: false, name: '', isOwn: true })
      const closer = { ...rule, work: { ...rule.work, calendar: { special } } }
      const known = reckon(all, rule, now)
      reckon(all, closer, now).forEach((clock, place) => {
        const due = known[place]?.dueAt
        if (clock.dueAt !== null) expect(clock.dueAt).toBeGreaterThanOrEqual(due ?? Infinity)
      })
    }),
    { numRuns: 40 },
  )
})
