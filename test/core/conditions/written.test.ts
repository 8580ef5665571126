import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftOf, whereOf } from '../../../core/conditions/rows.ts'
import { type Condition, most, operators, type Where } from '../../../core/conditions/tree.ts'
import { readWhere, writeWhere } from '../../../core/conditions/written.ts'

const match = fc.constantFrom('all' as const, 'any' as const)
const value = fc.oneof(
  fc.string({ maxLength: 12, unit: 'grapheme' }),
  fc.stringMatching(/^[_*.sp]{0,8}$/),
  fc.constantFrom('上海', '2026-03-05', 'a.b*c_d', '_p', '__s', ''),
)
const condition: fc.Arbitrary<Condition> = fc.record({
  field: fc.stringMatching(/^[a-z]\w{0,12}$/),
  operator: fc.constantFrom(...operators),
  values: fc.array(value, { maxLength: 3 }),
})
const where: fc.Arbitrary<Where> = fc.record({
  match,
  items: fc.array(
    fc.oneof(
      condition,
      fc.record({ match, items: fc.array(condition, { minLength: 1, maxLength: 3 }) }),
    ),
    { minLength: 1, maxLength: 5 },
  ),
})

test('what is written into an address is read back the same, and written the same again', () => {
  fc.assert(
    fc.property(where, (given) => {
      const text = writeWhere(given)
      fc.pre(text.length <= most.address)
      const params = new URLSearchParams(new URLSearchParams({ where: text }).toString())
      const read = readWhere(params.get('where') ?? '')
      expect(read).toEqual(given)
      expect(read && writeWhere(read)).toBe(text)
    }),
    { numRuns: 2_000 },
  )
})

test('whatever stands in an address is read or refused, and what is read holds to its bounds', () => {
  const noise = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc
      .array(fc.constantFrom('1', '*', 'all', 'any', 'end', '.', 'name', 'is', '_', 'x', '2'), {
        maxLength: 30,
      })
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(noise, (text) => {
      const read = readWhere(text)
      if (read) expect(readWhere(writeWhere(read))).toEqual(read)
    }),
    { numRuns: 3_000 },
  )
  const many = Array.from({ length: most.conditions + 1 }, () => 'name.filled').join('*')
  expect(readWhere(`1*all*${many}`)).toBeUndefined()
  expect(readWhere(`1*all*name.is.${'x'.repeat(most.length + 1)}`)).toBeUndefined()
  expect(readWhere(`2*all*name.filled`)).toBeUndefined()
  expect(readWhere('1*all')).toBeUndefined()
})

test('an address is short and can be read by people', () => {
  const text = '1*all*region.is.上海*any*level.is.A*level.is.B*end*created.past.30'
  const read = readWhere(text)
  expect(read?.items).toHaveLength(3)
  expect(new URLSearchParams({ where: '1*all*level.is.A' }).toString()).toBe(
    'where=1*all*level.is.A',
  )
})

test('the builder takes a filter apart and puts it together again: single lines first, then groups', () => {
  fc.assert(
    fc.property(where, (given) => {
      const again = whereOf(draftOf(given))
      const groups = given.items.filter((item) => 'match' in item)
      const lines = given.items.filter((item) => !('match' in item))
      expect(again).toEqual({ match: given.match, items: [...lines, ...groups] })
    }),
  )
})
