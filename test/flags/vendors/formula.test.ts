import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clauses } from '../../../flags/vendors/clauses.ts'
import { clocksOf, standOf } from '../../../flags/vendors/clocks.ts'
import { alarmDay, completeness, type Found, noticeDay } from '../../../flags/vendors/formula.ts'

const all = (state: Found['state'], proved: boolean): Found[] =>
  clauses.map(({ item }) => ({ item, state, proved }))

test('there are 35 clauses, of which some can never be left out', () => {
  expect(clauses.length).toBe(35)
  expect(new Set(clauses.map(({ item }) => item)).size).toBe(35)
  expect(clauses.filter(({ binding }) => binding === 'fixed').map(({ item }) => item)).toEqual([
    ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'B3', 'C1', 'E1'],
  ])
})

test('all agreed and proved is whole; agreed without proof and partly are half; nothing is nothing', () => {
  expect(completeness(all('agreed', true))).toEqual({ share: 1, open: [] })
  expect(completeness(all('agreed', false)).share).toBe(0.5)
  expect(completeness(all('partly', true)).share).toBe(0.5)
  expect(completeness([]).share).toBe(0)
  expect(completeness(all('n_a', false)), 'nothing applies').toEqual({ share: null, open: [] })
})

test('a missing clause weighs three when it is fixed, two when it is mandatory, one else', () => {
  const lost = (item: string) => {
    const found = all('agreed', true).map((one) =>
      one.item === item ? { ...one, state: 'missing' as const } : one,
    )
    return completeness(found)
  }
  const weight = 11 * 3 + 14 * 2 + 10
  expect(lost('A1').share).toBeCloseTo(1 - 3 / weight)
  expect(lost('F1').share).toBeCloseTo(1 - 2 / weight)
  expect(lost('F8')).toMatchObject({ open: [] })
  expect(lost('A1').open.map(({ item }) => item)).toEqual(['A1'])
})

test('whatever is found, the share lies between nothing and all, and is never a NaN', () => {
  const state = fc.constantFrom('agreed', 'partly', 'missing', 'n_a' as const)
  const found = fc.tuple(...clauses.map(() => fc.tuple(state, fc.boolean())))
  fc.assert(
    fc.property(found, (states) => {
      const { share } = completeness(
        clauses.map(({ item }, at) => ({
          item,
          state: states[at]?.[0] as Found['state'],
          proved: states[at]?.[1] ?? false,
        })),
      )
      expect(share === null || (share >= 0 && share <= 1)).toBe(true)
    }),
  )
})

test('notice is due so many days before the end, and the alarm thirty days before that', () => {
  expect(noticeDay('2027-03-31', 60)).toBe('2027-01-30')
  expect(alarmDay('2027-03-31', 60)).toBe('2026-12-31')
  expect(noticeDay(null, 60)).toBeNull()
})

const at = (text: string) => new Date(`${text}:00Z`)
const happened = {
  ...{
    detectedAt: at('2026-03-05T08:00'),
    vendorAwareAt: at('2026-03-05T02:00'),
    contractHours: 4,
  },
  ...{ personalData: true, serious: true, european: true },
}

test('each duty has a clock of its own: at once, four hours, seventy-two; the vendor’s by contract', () => {
  const clocks = clocksOf(happened, new Map())
  const due = Object.fromEntries(clocks.map(({ clock, due }) => [clock, due.toISOString()]))
  expect(due).toEqual({
    vendor: '2026-03-05T06:00:00.000Z',
    authority: '2026-03-05T08:00:00.000Z',
    people: '2026-03-05T08:00:00.000Z',
    network: '2026-03-05T12:00:00.000Z',
    european: '2026-03-08T08:00:00.000Z',
  })
  expect(
    clocksOf({ ...happened, personalData: false, serious: false, vendorAwareAt: null }, new Map()),
  ).toEqual([])
})

test('a clock runs, is overdue, or was stopped in time or late; the vendor told two hours too late', () => {
  const now = at('2026-03-05T13:00')
  const clocks = clocksOf(happened, new Map([['network', at('2026-03-05T11:00')]]))
  const stands = Object.fromEntries(clocks.map((one) => [one.clock, standOf(one, now)]))
  expect(stands).toEqual({
    ...{ vendor: 'late', authority: 'overdue', people: 'overdue' },
    ...{ network: 'done', european: 'running' },
  })
})
