import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay } from '../../core/i18n/format.ts'
import type { Learned } from '../../core/learning/declared.ts'
import { missingFor } from '../../flags/learning.ts'

const zone = 'Asia/Shanghai'
const today = formatDay(zone, new Date())
const past = '2020-01-01'
const contacts = { id: 'contacts', quickStarts: ['S-01', 'A-01'] }

const codes = ['C-00', 'C-01', 'S-01', 'A-01', 'V-01']
const until = fc.constantFrom(null, past, today, '2999-12-31')
const held = fc.array(fc.record({ code: fc.constantFrom(...codes), on: fc.constant(past), until }))

const learned = fc.record({
  follows: fc.boolean(),
  timeZone: fc.constant(zone),
  core: fc.subarray(['C-00', 'C-01']),
  offered: fc.subarray(codes),
  people: held.map((own) => ({ emil: own })),
  exceptions: fc.array(
    fc.record({
      ...{ person: fc.constantFrom('emil', 'sun'), module: fc.constantFrom('contacts', 'sales') },
      until: fc.constantFrom(past, today),
    }),
  ),
})

const missing = (one: Learned, userId?: string) =>
  missingFor({ module: 'training', learned: one }, contacts, userId ? { userId } : {})

test('whoever learns more is never held to more, whatever it is and however long it holds', () => {
  fc.assert(
    fc.property(learned, fc.constantFrom(...codes), until, (one, code, holds) => {
      const before = missing(one, 'emil')
      const own = [...one.people.emil, { code, on: past, until: holds }]
      const after = missing({ ...one, people: { emil: own } }, 'emil')
      expect(before).toEqual(expect.arrayContaining(after))
    }),
  )
})

test('nobody is held where it is off, where nothing is offered, or where they are not named', () => {
  fc.assert(
    fc.property(learned, (one) => {
      expect(missing({ ...one, follows: false }, 'emil')).toEqual([])
      expect(missing({ ...one, offered: ['V-01'] }, 'emil')).toEqual([])
      expect(missing(one)).toEqual([])
      const let_ = [{ person: 'emil', module: 'contacts', until: today }]
      expect(missing({ ...one, exceptions: let_ }, 'emil')).toEqual([])
    }),
  )
})

test('what is asked is the core that is not held today, and at most one quick-start', () => {
  fc.assert(
    fc.property(learned, (one) => {
      const holds = (code: string) =>
        one.people.emil.some((own) => own.code === code && (own.until ?? today) >= today)
      const asked = missing(one, 'emil')
      expect(asked.filter(holds)).toEqual([])
      expect(asked.filter((code) => !one.core.includes(code)).length).toBeLessThanOrEqual(1)
    }),
  )
})

test('the last day counts, and the day behind it no longer', () => {
  const one = (until: string): Learned => ({
    ...{ follows: true, timeZone: zone, core: ['C-00'], offered: ['S-01'], exceptions: [] },
    people: { emil: ['C-00', 'S-01'].map((code) => ({ code, on: past, until })) },
  })
  expect(missing(one(today), 'emil')).toEqual([])
  expect(missing(one(past), 'emil')).toEqual(['C-00', 'S-01'])
  expect(missing(one(today), '__proto__'), 'a name that every object has is nobody').toHaveLength(2)
})
