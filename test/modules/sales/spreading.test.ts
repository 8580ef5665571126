import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageOf, ages } from '../../../modules/sales/receivables/ageing.ts'
import { balanceOf } from '../../../modules/sales/receivables/balance.ts'
import { spread } from '../../../modules/sales/receivables/spreading.ts'
import { instalmentStatus } from '../../../modules/sales/receivables/status.ts'

const amount = fc.integer({ min: 1, max: 10 ** 10 })
const plan = fc
  .array(amount, { maxLength: 8 })
  .map((amounts) => amounts.map((amountMinor, at) => ({ id: `i${at}`, amountMinor, paidMinor: 0 })))
const money = fc
  .array(fc.record({ restMinor: amount, first: fc.option(fc.nat(9)) }), { maxLength: 8 })
  .map((all) =>
    all.map(({ restMinor, first }, at) => ({
      id: `r${at}`,
      restMinor,
      first: first === null ? null : `i${first}`,
    })),
  )

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

test('receipts, instalments and balance agree, whatever was planned and whatever came in', () => {
  fc.assert(
    fc.property(plan, money, amount, (instalments, receipts, unplanned) => {
      const parts = spread(instalments, receipts)
      const paid = (id: string) =>
        sum(parts.filter((part) => part.instalmentId === id).map((part) => part.amountMinor))
      const used = (id: string) =>
        sum(parts.filter((part) => part.receiptId === id).map((part) => part.amountMinor))
      for (const { id, amountMinor } of instalments)
        expect(paid(id)).toBeLessThanOrEqual(amountMinor)
      for (const { id, restMinor } of receipts) expect(used(id)).toBeLessThanOrEqual(restMinor)
      const open = sum(instalments.map(({ id, amountMinor }) => amountMinor - paid(id)))
      const rest = sum(receipts.map(({ id, restMinor }) => restMinor - used(id)))
      // Money lies idle only where nothing is left to be paid.
      expect(Math.min(open, rest)).toBe(0)
      const totalMinor = sum(instalments.map(({ amountMinor }) => amountMinor)) + unplanned
      const balance = balanceOf({
        totalMinor,
        receipts: receipts.map(({ restMinor }) => ({ amountMinor: restMinor, isVoid: false })),
      })
      expect(balance).toBe(open + unplanned - rest)
    }),
  )
})

test('money goes to what it was meant for, then to what is due first', () => {
  const instalments = ['a', 'b', 'c'].map((id) => ({ id, amountMinor: 100, paidMinor: 0 }))
  expect(spread(instalments, [{ id: 'r', restMinor: 250, first: 'b' }])).toEqual([
    { receiptId: 'r', instalmentId: 'b', amountMinor: 100 },
    { receiptId: 'r', instalmentId: 'a', amountMinor: 100 },
    { receiptId: 'r', instalmentId: 'c', amountMinor: 50 },
  ])
})

test('a voided receipt leaves the balance as if it had never come', () => {
  fc.assert(
    fc.property(fc.array(amount), amount, (received, voided) => {
      const receipts = received.map((amountMinor) => ({ amountMinor, isVoid: false }))
      const totalMinor = 10 ** 11
      expect(
        balanceOf({ totalMinor, receipts: [...receipts, { amountMinor: voided, isVoid: true }] }),
      ).toBe(balanceOf({ totalMinor, receipts }))
    }),
  )
})

test('an instalment waits, is paid in part, overdue from the day after, done, or void', () => {
  const due = { amountMinor: 100, paidMinor: 0, dueOn: '2026-06-30', isVoid: false }
  expect(instalmentStatus(due, '2026-06-30')).toBe('waiting')
  expect(instalmentStatus({ ...due, paidMinor: 1 }, '2026-06-30')).toBe('part-paid')
  expect(instalmentStatus({ ...due, paidMinor: 99 }, '2026-07-01')).toBe('overdue')
  expect(instalmentStatus({ ...due, paidMinor: 100 }, '2027-01-01')).toBe('done')
  expect(instalmentStatus({ ...due, isVoid: true }, '2027-01-01')).toBe('void')
})

test('each age has its days, and every number of days has its age', () => {
  expect([-5, 0, 1, 30, 31, 60, 61, 90, 91, 4000].map(ageOf)).toEqual([
    'notDue',
    'notDue',
    'to30',
    'to30',
    'to60',
    'to60',
    'to90',
    'to90',
    'over90',
    'over90',
  ])
  fc.assert(
    fc.property(fc.integer(), (days) => {
      expect(ages).toContain(ageOf(days))
    }),
  )
})
