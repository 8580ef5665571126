import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  differenceInDifferences,
  elsewhere,
  groupOf,
  indexOf,
  meanOf,
  type Part,
  parts,
  type Shares,
  shareOf,
} from '../../../flags/adoption/formula.ts'

const nothing: Shares = { regular: null, process: null, prompt: null, depth: null, pure: null }

describe('the index of a person', () => {
  test('Emil, active on 11 of the 14.4 days expected of him, comes to 75.5', () => {
    const shares: Shares = {
      regular: shareOf(11, 18 * 0.8),
      process: shareOf(24, 30),
      prompt: shareOf(20, 24),
      depth: shareOf(5, 7),
      pure: elsewhere.some,
    }
    expect(shares.regular).toBeCloseTo(0.764, 3)
    expect(shares.prompt).toBeCloseTo(0.833, 3)
    expect(shares.depth).toBeCloseTo(0.714, 3)
    const { value, parts: known } = indexOf(shares)
    expect(value).toBeCloseTo(75.5, 1)
    expect(known).toBe(5)
  })

  test('a part that nobody knows is left out, and its weight goes to the others', () => {
    expect(indexOf({ ...nothing, regular: 0.5, process: 1 }).value).toBeCloseTo(
      (100 * (0.25 * 0.5 + 0.3 * 1)) / 0.55,
    )
    expect(indexOf({ ...nothing, regular: 0.5 })).toEqual({ value: 50, parts: 1 })
  })

  test('of whom nothing can be known there is no index: no 0, no 100, no NaN', () => {
    expect(indexOf(nothing)).toEqual({ value: null, parts: 0 })
    expect(shareOf(0, 0)).toBeNull()
    expect(shareOf(3, 0)).toBeNull()
    expect(meanOf([])).toBeNull()
    expect(meanOf([null, null])).toBeNull()
  })

  test('more than what was expected is no more than all of it', () => {
    expect(shareOf(20, 14.4)).toBe(1)
  })

  test('it lies between its worst and its best part, whichever parts are known', () => {
    const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }))
    const shares = fc.tuple(share, share, share, share, share)
    fc.assert(
      fc.property(shares, (known) => {
        const all = Object.fromEntries(
          parts.map((part, at) => [part, known[at] ?? null]),
        ) as Record<Part, number | null>
        const { value } = indexOf(all)
        const given = known.filter((one) => one !== null)
        if (given.length === 0) return value === null
        return (
          value !== null &&
          value >= 100 * Math.min(...given) - 1e-9 &&
          value <= 100 * Math.max(...given) + 1e-9
        )
      }),
    )
  })
})

describe('the index of a group', () => {
  test('whoever has the product and never touches it counts as 0', () => {
    const group = groupOf([
      { value: 80, dormant: false },
      { value: 70, dormant: false },
      { value: 0, dormant: true },
    ])
    expect(group).toMatchObject({ people: 3, value: 50, dormant: 1 })
    expect(group.adopters).toBeCloseTo(2 / 3)
  })

  test('of nobody there is nothing to say', () => {
    expect(groupOf([])).toEqual({
      people: 0,
      value: null,
      adopters: null,
      dormant: 0,
      p10: null,
      p90: null,
    })
  })

  test('one person is a group of one', () => {
    expect(groupOf([{ value: 61, dormant: false }])).toEqual({
      people: 1,
      value: 61,
      adopters: 1,
      dormant: 0,
      p10: 61,
      p90: 61,
    })
  })
})

describe('the pilot against the others', () => {
  test('what changed everywhere is taken away from what changed in the pilot', () => {
    const pilot = { before: 40, after: 66 }
    expect(differenceInDifferences(pilot, { before: 42, after: 48 })).toBe(20)
    expect(differenceInDifferences(pilot, { before: 42, after: 30 })).toBe(38)
    expect(differenceInDifferences(pilot, pilot)).toBe(0)
  })

  test('what changed by as much for all makes no difference, whatever it was', () => {
    const value = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(value, value, value, (one, other, change) => {
        const moved = (before: number) => ({ before, after: before + change })
        expect(differenceInDifferences(moved(one), moved(other))).toBe(0)
      }),
    )
  })
})
