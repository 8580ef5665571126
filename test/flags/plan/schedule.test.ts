import fc, { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calendar, isWorkingDay, shiftDay } from '../../../core/calendar/calendar.ts'
import { chinaDays } from '../../../core/calendar/china.ts'
import { planStages, planWork } from '../../../flags/plan/schedule.ts'
import { type ItemDays, itemOutlook, outlook, type StageDays } from '../../../flags/plan/slip.ts'
import { sizeFor, sizes, stageCodes } from '../../../flags/plan/stages.ts'

const plain: Calendar = { special: new Map() }
const china: Calendar = { special: chinaDays('en', (holiday) => holiday) }

describe('a plan from the template', () => {
  test('for ten people begins on a Monday and ends its stages on Fridays', () => {
    const spans = planStages(plain, '2026-11-30', 10)
    expect(spans.map(({ code, start, end }) => `${code} ${start} ${end}`)).toEqual([
      'S0 2026-11-30 2026-12-04',
      'S1 2026-12-07 2026-12-18',
      'S2 2026-12-21 2027-01-01',
      'S3 2027-01-04 2027-01-29',
      'S4 2027-02-01 2027-02-12',
      'S5 2027-02-15 2027-03-12',
      'S6 2027-03-15 null',
    ])
  })

  test('leaves the Spring Festival out', () => {
    const [first] = planStages(china, '2026-02-13', 10)
    expect(first).toEqual({ code: 'S0', start: '2026-02-13', end: '2026-02-26' })
  })

  test('begun on a Sunday it begins on Monday', () => {
    expect(planStages(plain, '2026-11-29', 50)[0]?.start).toBe('2026-11-30')
  })

  test('has its work on working days within its stage, and a first win within three weeks', () => {
    const day = integer({ min: 0, max: 300 }).map((by) => shiftDay('2026-01-01', by))
    assert(
      property(day, constantFrom(...sizes), (startsOn, size) => {
        const spans = planStages(china, startsOn, size)
        expect(spans.map(({ code }) => code)).toEqual(stageCodes)
        const work = planWork(china, spans)
        for (const { stage, dueOn } of work) {
          const span = spans.find(({ code }) => code === stage)
          expect(isWorkingDay(china, dueOn)).toBe(true)
          expect(dueOn >= (span?.start ?? '')).toBe(true)
          if (span?.end) expect(dueOn <= span.end).toBe(true)
        }
        const pilot = spans.find(({ code }) => code === 'S3')
        const win = work.find(({ code }) => code === 'first-win')
        expect(Date.parse(win?.dueOn ?? '') - Date.parse(pilot?.start ?? '')).toBeLessThan(
          40 * 86_400_000,
        )
      }),
    )
  })

  test('is sized by heads', () => {
    expect([0, 1, 10, 25, 26, 100, 101, 5000].map(sizeFor)).toEqual([
      ...[10, 10, 10, 10, 50, 50, 200, 200],
    ])
  })
})

describe('the slip', () => {
  const stage = (code: StageDays['code'], over: Partial<StageDays>): StageDays => ({
    ...{ code, endFirst: null, endPlan: null, startedOn: null, endedOn: null },
    ...over,
  })
  const two = (over: Partial<StageDays>) => [
    stage('S0', {
      endFirst: '2026-12-04',
      endPlan: '2026-12-04',
      startedOn: '2026-11-30',
      ...over,
    }),
    stage('S1', { endFirst: '2026-12-18', endPlan: '2026-12-18' }),
    stage('S6', {}),
  ]

  test('is nothing while a stage is within its plan', () => {
    const found = outlook(plain, two({}), '2026-12-02')
    expect(found.get('S0')).toEqual({ end: '2026-12-04', slip: 0 })
    expect(found.get('S1')).toEqual({ end: '2026-12-18', slip: 0 })
  })

  test('of a stage that is over its day grows each working day, and pushes the next', () => {
    const found = outlook(plain, two({}), '2026-12-09')
    expect(found.get('S0')).toEqual({ end: '2026-12-09', slip: 3 })
    expect(found.get('S1')).toEqual({ end: '2026-12-23', slip: 3 })
    expect(found.get('S6')).toEqual({ end: null, slip: 3 })
  })

  test('of an end put off counts at once; one that came early counts for it', () => {
    expect(outlook(plain, two({ endPlan: '2026-12-11' }), '2026-12-01').get('S0')?.slip).toBe(5)
    expect(outlook(plain, two({ endedOn: '2026-12-02' }), '2026-12-08').get('S0')?.slip).toBe(-2)
  })

  test('of a piece of work is never below nothing, and no weekend counts', () => {
    const item = { ...one('a'), dueFirst: '2026-12-04', dueOn: '2026-12-04' }
    const slip = (changed: Partial<ItemDays>, day: string) =>
      itemOutlook(plain, [{ ...item, ...changed }], day).get('a')?.slip
    expect(slip({}, '2026-12-01')).toBe(0)
    expect(slip({}, '2026-12-06')).toBe(0)
    expect(slip({}, '2026-12-07')).toBe(1)
    expect(slip({ doneOn: '2026-12-01' }, '2026-12-30')).toBe(0)
    expect(slip({ dueOn: '2026-12-11' }, '2026-12-01')).toBe(5)
  })
})

const one = (id: string, more: Partial<ItemDays> = {}): ItemDays => ({
  ...{ id, dueFirst: '2026-12-01', dueOn: '2026-12-01', doneOn: null, waitsFor: [] },
  ...more,
})

describe('work that waits for other work', () => {
  const day = '2026-12-03'
  const ends = (items: readonly ItemDays[]) =>
    Object.fromEntries([...itemOutlook(plain, items, day)].map(([id, { end }]) => [id, end]))

  test('is pushed along, the working day after each, over the weekend', () => {
    const items = [
      one('a'),
      one('b', { waitsFor: ['a'] }),
      one('c', { waitsFor: ['b'] }),
      one('d', { dueFirst: '2026-12-31', dueOn: '2026-12-31', waitsFor: ['c'] }),
    ]
    expect(ends(items)).toEqual({
      ...{ a: '2026-12-03', b: '2026-12-04', c: '2026-12-07', d: '2026-12-31' },
    })
    expect(itemOutlook(plain, items, day).get('c')?.slip).toBe(4)
  })

  test('is held up neither by what is done nor by what is not there any more', () => {
    const done = one('a', { doneOn: '2026-12-20' })
    expect(ends([done, one('b', { waitsFor: ['a', 'gone'] })])).toMatchObject({ b: day })
    expect(ends([])).toEqual({})
  })

  test('in a circle comes to an end all the same', () => {
    const items = [one('a', { waitsFor: ['b'] }), one('b', { waitsFor: ['a'] })]
    expect(Object.keys(ends(items))).toEqual(['a', 'b'])
  })

  test('never ends before what it waits for, in whichever order it is told', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const days = fc
      .integer({ min: 1, max: 28 })
      .map((at) => `2026-12-${String(at).padStart(2, '0')}`)
    const item = (at: number) =>
      fc
        .record({ dueOn: days, waitsFor: fc.subarray(ids.slice(0, at)) })
        .map((more) => one(ids[at] ?? '', more))
    fc.assert(
      fc.property(fc.tuple(...ids.map((_, at) => item(at))), fc.boolean(), (items, turned) => {
        const found = itemOutlook(plain, turned ? items.toReversed() : items, day)
        for (const { id, waitsFor } of items)
          for (const before of waitsFor)
            expect((found.get(id)?.end ?? '') > (found.get(before)?.end ?? '')).toBe(true)
      }),
    )
  })
})
