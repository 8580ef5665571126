import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printMoney } from '../../../core/values/money.ts'
import { lineAmount } from '../../../modules/sales/lines/amount.ts'
import { type TaxedLine, taxings, totalsOf } from '../../../modules/sales/lines/totals.ts'

const decimal = (most: number, digits: number) =>
  fc
    .integer({ min: 0, max: most * 10 ** digits })
    .map((units) => (units / 10 ** digits).toFixed(digits))
const line = fc.record({
  quantity: decimal(10_000, 4),
  priceMinor: fc.integer({ min: 0, max: 10 ** 9 }),
  discount: decimal(100, 2),
})
const taxed: fc.Arbitrary<TaxedLine> = fc.record({
  amountMinor: fc.integer({ min: 0, max: 10 ** 11 }),
  taxRate: fc.constantFrom('0', '3', '6', '9.00', '13', '13.00', '17.5'),
})

test('a line is never farther from the exact amount than half of the smallest coin', () => {
  fc.assert(
    fc.property(line, ({ quantity, priceMinor, discount }) => {
      const exact =
        BigInt(Math.round(Number(quantity) * 10_000)) *
        BigInt(priceMinor) *
        BigInt(10_000 - Math.round(Number(discount) * 100))
      const off = BigInt(lineAmount({ quantity, priceMinor, discount })) * 10n ** 8n - exact
      expect((off < 0n ? -off : off) * 2n <= 10n ** 8n).toBe(true)
    }),
  )
})

test('one piece without a discount costs its price, and with all of it taken off nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (priceMinor) => {
      expect(lineAmount({ quantity: '1', priceMinor, discount: '0' })).toBe(priceMinor)
      expect(lineAmount({ quantity: '7.5', priceMinor, discount: '100.00' })).toBe(0)
    }),
  )
})

test('halves go away from nought, and amounts that a double cannot hold are exact', () => {
  expect(lineAmount({ quantity: '0.5', priceMinor: 1, discount: '0' })).toBe(1)
  expect(lineAmount({ quantity: '1.005', priceMinor: 100, discount: '0' })).toBe(101)
  expect(lineAmount({ quantity: '3', priceMinor: 3_002_399_751_580_330, discount: '0' })).toBe(
    9_007_199_254_740_990,
  )
  expect(lineAmount({ quantity: '-0.5', priceMinor: 1, discount: '0' })).toBe(-1)
})

test('each currency is rounded to its own smallest coin: fen, whole yen, fils', () => {
  const third = { quantity: '0.3333', discount: '0' }
  const amount = (priceMinor: number, currency: string) =>
    printMoney({ minor: lineAmount({ ...third, priceMinor }), currency }, 'en')
  expect(amount(10_000, 'CNY')).toBe('¥33.33')
  expect(amount(100, 'JPY')).toBe('JP¥33')
  expect(amount(100_000, 'KWD')).toBe('KWD 33.330')
})

test('what is to be paid is net and every tax, in whatever order the lines stand', () => {
  fc.assert(
    fc.property(
      fc.array(taxed, { maxLength: 12 }),
      fc.constantFrom(...taxings),
      (lines, taxing) => {
        const totals = totalsOf(lines, taxing)
        const sum = lines.reduce((all, { amountMinor }) => all + amountMinor, 0)
        const taxes = totals.taxes.reduce((all, { taxMinor }) => all + taxMinor, 0)
        expect(totals.taxMinor).toBe(taxes)
        expect(totals.totalMinor).toBe(totals.netMinor + totals.taxMinor)
        expect(taxing === 'added' ? totals.netMinor : totals.totalMinor).toBe(sum)
        expect(totalsOf(lines.toReversed(), taxing)).toEqual(totals)
      },
    ),
  )
})

test('a rate written in two ways is one rate, and its tax is rounded once', () => {
  const lines = Array.from({ length: 3 }, (_, at) => ({
    amountMinor: 5,
    taxRate: at === 0 ? '13' : '13.00',
  }))
  expect(totalsOf(lines, 'added').taxes).toEqual([{ taxRate: '13.00', netMinor: 15, taxMinor: 2 }])
  expect(totalsOf([{ amountMinor: 11_300, taxRate: '13' }], 'included')).toMatchObject({
    netMinor: 10_000,
    taxMinor: 1_300,
    totalMinor: 11_300,
  })
})
