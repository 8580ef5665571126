import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calendar, shiftDay } from '../../../core/calendar/calendar.ts'
import { chinaDays, chinaYears } from '../../../core/calendar/china.ts'
import {
  type Claim,
  type ClaimRule,
  dueOf,
  type Kept,
  type Refused,
  type ReturnRule,
  refusalOf,
  stepOn,
} from '../../../modules/sales/pool/rules.ts'

/** China in 2026: from 1 to 7 October nobody works, on Saturday 10 October everybody does. */
const calendar: Calendar = { special: chinaDays('zh-CN', (holiday) => holiday), years: chinaYears }

const never: ReturnRule = { followDays: null, dealDays: null, warnDays: 3, workingDays: false }
const since = { since: '2026-09-01', followedUp: null, hasDeal: false }

describe('when a record goes back', () => {
  const cases: [why: string, rule: Partial<ReturnRule>, kept: Partial<Kept>, due: string][] = [
    ['nothing is asked', {}, {}, 'never'],
    ['never followed up', { followDays: 10 }, {}, '2026-09-11 follow-up'],
    [
      'followed up lately',
      { followDays: 10 },
      { followedUp: '2026-09-08' },
      '2026-09-18 follow-up',
    ],
    [
      'followed up by the one before',
      { followDays: 10 },
      { followedUp: '2026-08-01' },
      '2026-09-11 follow-up',
    ],
    ['due on a Sunday: the Monday', { followDays: 12 }, {}, '2026-09-14 follow-up'],
    ['due within the holiday: its end', { followDays: 32 }, {}, '2026-10-08 follow-up'],
    ['working days alone', { followDays: 10, workingDays: true }, {}, '2026-09-15 follow-up'],
    [
      'working days over the holiday',
      { followDays: 24, workingDays: true },
      { since: '2026-09-07' },
      '2026-10-15 follow-up',
    ],
    ['no deal in time', { dealDays: 30 }, {}, '2026-10-08 deal'],
    ['a deal keeps it', { dealDays: 30 }, { hasDeal: true }, 'never'],
    ['the earlier of both', { followDays: 10, dealDays: 9 }, {}, '2026-09-10 deal'],
    [
      'followed up, yet no deal',
      { followDays: 10, dealDays: 20 },
      { followedUp: '2026-09-20' },
      '2026-09-21 deal',
    ],
  ]
  test.each(cases)('%s', (_, rule, kept, due) => {
    const found = dueOf(calendar, { ...never, ...rule }, { ...since, ...kept })
    expect(found ? `${found.on} ${found.why}` : 'never').toBe(due)
  })

  const due = { on: '2026-09-11', why: 'follow-up' as const }
  test.each([
    ['2026-09-07', 'keep'],
    ['2026-09-08', 'warn'],
    ['2026-09-11', 'warn'],
    ['2026-09-12', 'return'],
  ])('on %s: %s', (today, step) => {
    expect(stepOn(today, never, due)).toBe(step)
  })

  test('a follow-up never makes it go back earlier, and no record goes back before its days are over', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((by) => shiftDay('2026-01-01', by))
    fc.assert(
      fc.property(
        day,
        day,
        fc.integer({ min: 1, max: 90 }),
        fc.boolean(),
        (from, followedUp, followDays, workingDays) => {
          const rule = { ...never, followDays, workingDays }
          const kept = { since: from, hasDeal: false }
          const without = dueOf(calendar, rule, { ...kept, followedUp: null })?.on ?? ''
          const with_ = dueOf(calendar, rule, { ...kept, followedUp })?.on ?? ''
          expect(with_ >= without).toBe(true)
          expect(without >= shiftDay(from, followDays)).toBe(true)
        },
      ),
    )
  })
})

describe('who may claim', () => {
  const free: ClaimRule = {
    ...{ dailyLimit: null, cooldownDays: null, delayDays: null, personCap: null },
    departmentCap: null,
  }
  const claim: Claim = {
    ...{ today: '2026-09-10', since: '2026-09-05', wasMine: false },
    ...{ claimed: 2, held: 20, heldByDepartment: 90 },
  }
  const cases: [
    why: string,
    rule: Partial<ClaimRule>,
    claim: Partial<Claim>,
    refused: Refused | undefined,
  ][] = [
    ['anybody, without limits', {}, {}, undefined],
    ['below the daily limit', { dailyLimit: 3 }, {}, undefined],
    ['at the daily limit', { dailyLimit: 2 }, {}, { why: 'daily', most: 2 }],
    [
      'the former owner, too early',
      { cooldownDays: 7 },
      { wasMine: true },
      { why: 'cooldown', from: '2026-09-12' },
    ],
    ['the former owner, in time', { cooldownDays: 5 }, { wasMine: true }, undefined],
    ['another than the former owner', { cooldownDays: 7 }, {}, undefined],
    ['what came in lately', { delayDays: 6 }, {}, { why: 'delay', from: '2026-09-11' }],
    ['what has lain long enough', { delayDays: 5 }, {}, undefined],
    ['with full hands', { personCap: 20 }, {}, { why: 'person', most: 20 }],
    ['with room for one', { personCap: 21 }, {}, undefined],
    ['of a full department', { departmentCap: 90 }, {}, { why: 'department', most: 90 }],
  ]
  test.each(cases)('%s', (_, rule, other, refused) => {
    expect(refusalOf({ ...free, ...rule }, { ...claim, ...other })).toEqual(refused)
  })
})
