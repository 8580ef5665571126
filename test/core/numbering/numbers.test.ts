import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { choosePattern, passNumbers, takeNumber } from '../../../core/numbering/numbers.ts'
import { countIn, isPattern, numberBy, periodOf } from '../../../core/numbering/pattern.ts'
import { type Office, openOffice } from '../../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const range = { key: 'test.paper', usual: 'P-{0000}' }

test('of forty papers written at once, every third given up, none has a number of another and none is missing', async () => {
  const kept = await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      office
        .inScope('emil', async (scope) => {
          const number = await takeNumber(scope, range)
          if (at % 3 === 0) throw new Error('given up')
          return number
        })
        .catch((error: Error) => {
          if (error.message !== 'given up') throw error
          return undefined
        }),
    ),
  )
  const numbers = kept.filter((number) => number !== undefined).sort()
  expect(numbers).toEqual(
    Array.from({ length: 26 }, (_, at) => `P-${String(at + 1).padStart(4, '0')}`),
  )
})

test('each year begins anew, and a year that is over goes on where it stood', async () => {
  const yearly = { key: 'test.yearly', usual: 'Y{year}-{00}' }
  const takeAt = (day: string) =>
    office.inScope('lin', (scope) =>
      takeNumber({ ...scope, now: () => new Date(`${day}T12:00:00Z`) }, yearly),
    )
  expect(await takeAt('2026-12-31')).toBe('Y2026-01')
  expect(await takeAt('2027-01-01')).toBe('Y2027-01')
  expect(await takeAt('2026-12-31')).toBe('Y2026-02')
})

test('a company that writes its numbers otherwise counts on; another company knows nothing of it', async () => {
  await office.inScope('amy', (scope) => choosePattern(scope, range, '海港 {0000} 号'))
  expect(await office.inScope('lin', (scope) => takeNumber(scope, range))).toBe('海港 0027 号')
  const other = await office.another()
  expect(await other.inScope('lin', (scope) => takeNumber(scope, range))).toBe('P-0001')
})

test('numbers of one pattern differ whenever day or count do, as far as it tells days apart', () => {
  const patterns = ['Q-{year}-{0000}', '{year}{month}{000}', '合同 {0}', 'HT{year}/{00}/A']
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const count = fc.integer({ min: 1, max: 99_999 })
  fc.assert(
    fc.property(
      fc.constantFrom(...patterns),
      day,
      count,
      day,
      count,
      (pattern, one, a, other, b) => {
        const same = periodOf(pattern, one) === periodOf(pattern, other) && a === b
        // A month and a count of more digits than were planned run into each other.
        fc.pre(pattern !== patterns[1] || (a < 1000 && b < 1000))
        expect(numberBy(pattern, one, a) === numberBy(pattern, other, b)).toBe(same)
      },
    ),
  )
})

test('a pattern needs one running number, and a year where it has a month', () => {
  for (const good of ['{0}', 'Q-{year}-{0000}', '{year}{month}{000}'])
    expect(isPattern(good)).toBe(true)
  for (const bad of ['', 'Q-2026', '{0}{0}', '{month}{00}', '{jahr}{00}', '{0'])
    expect(isPattern(bad), bad).toBe(false)
})

test('a number of a pattern says what it counts and when, and no other text does', () => {
  const pattern = fc.constantFrom(
    'Q-{year}-{0000}',
    '{year}{month}{000}',
    '合同 {0}',
    'HT{year}/{00}/A',
    '{year}.{year}-{0}',
  )
  const day = fc.constantFrom('2026-03-05', '2027-12-31')
  fc.assert(
    fc.property(pattern, day, fc.integer({ min: 1, max: 99_999 }), (one, on, count) => {
      expect(countIn(one, numberBy(one, on, count))).toEqual({ period: periodOf(one, on), count })
      expect(countIn(one, `X${numberBy(one, on, count)}`)).toBeUndefined()
    }),
  )
  expect(countIn('Q.{0}', 'Qx7')).toBeUndefined()
})

test('a range goes on behind the numbers that a file brought, and never back', async () => {
  const brought = { key: 'test.brought', usual: 'B-{0000}' }
  const take = () => office.inScope('lin', (scope) => takeNumber(scope, brought))
  const pass = (numbers: string[]) =>
    office.inScope('lin', (scope) => passNumbers(scope, brought, numbers))
  await pass(['B-0007', 'B-0003', 'other 9'])
  expect(await take()).toBe('B-0008')
  await pass(['B-0002'])
  expect(await take()).toBe('B-0009')
})
