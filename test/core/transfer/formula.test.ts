import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defuse, restore } from '../../../core/transfer/formula.ts'

const begins = /^[ \u3000]*[=+\-@\t\r\n＝＋－＠]/u
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(...`'' =+-@\t\r\n＝＋－＠\u3000a1`) }),
  fc.string({ unit: 'binary' }),
)

test.each([
  '=1+1',
  '+1',
  '-1',
  '@sum',
  '\t=1',
  '\r=1',
  '  =1',
  '\u3000＝1',
  '＋1',
  '－1',
  '＠x',
  "'=1",
])('%j is defused by one apostrophe', (text) => {
  expect(defuse(text)).toBe(`'${text}`)
})

test.each(["O'Neil", "'quoted'", '1-2', 'a=b', 'lin@example.com', "'s-Hertogenbosch", '', ' '])(
  '%j is left alone, both ways',
  (text) => {
    expect(defuse(text)).toBe(text)
    expect(restore(text)).toBe(text)
  },
)

test('no cell that is written begins a formula', () => {
  fc.assert(
    fc.property(cell, (text) => {
      expect(defuse(text)).not.toMatch(begins)
    }),
    { numRuns: 5000 },
  )
})

test('taking the apostrophe away gives back exactly what there was, however many it had', () => {
  fc.assert(
    fc.property(cell, (text) => {
      expect(restore(defuse(text))).toBe(text)
    }),
    { numRuns: 5000 },
  )
})

test('a cell that was restored and is written again is the cell of the file', () => {
  fc.assert(
    fc.property(cell, (text) => {
      if (restore(text) !== text) expect(defuse(restore(text))).toBe(text)
    }),
    { numRuns: 5000 },
  )
})

test('numbers and phones of typed columns stay calculable; formulas in them do not', () => {
  for (const text of ['-1200.50', '-5', '+86 138 1234 5678', '+8613812345678'])
    expect(defuse(text, true)).toBe(text)
  for (const text of ['-1+2', '-1,cmd', '+1-2', '=1', '-@x', '+A1', '-1|calc', '＋1', ' -5'])
    expect(defuse(text, true)).toBe(`'${text}`)
})
