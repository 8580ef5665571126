import { array, assert, boolean, constantFrom, double, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  attainmentOf,
  evaluate,
  type Judged,
  judge,
  type Measure,
} from '../../../flags/gates/formula.ts'

const first = { misses: 0, timeIsUp: false }

const measure = (over: Partial<Measure> = {}): Measure => ({
  ...{ metric: 'm', place: 'company', floor: 0, target: 100, weight: 10 },
  ...{ critical: false, hard: false, minN: null, direction: 'up' },
  ...over,
})
const read = (one: Measure, value: number, n?: number): Judged =>
  judge(one, { state: 'ok', value, ...(n === undefined ? {} : { n }) })

/** The pilot of section 7.9: weight, floor, target, critical, and what was read. */
const pilot: [string, number, number, number, boolean, number][] = [
  ['training.coverage', 15, 85, 100, true, 96],
  ['adoption.index', 20, 45, 70, true, 63],
  ['data.quality', 15, 65, 85, true, 79],
  ['ux.lite', 10, 55, 70, false, 66],
  ['adkar.ready', 10, 50, 75, false, 68],
  ['outcome.customer', 15, 0, 20, false, 12],
  ['training.retention', 5, 60, 80, false, 74],
  ['cost.over-plan', 5, 25, 5, false, 14],
  ['help.load', 5, 1.5, 0.5, false, 0.9],
]
const judgedPilot = (): Judged[] =>
  pilot.map(([metric, weight, floor, target, critical, value]) =>
    read(
      measure({
        ...{ metric, weight, floor, target, critical },
        direction: target < floor ? 'down' : 'up',
      }),
      value,
    ),
  )

describe('the pilot score of the document', () => {
  test('is made of the parts it names', () => {
    const parts = judgedPilot().map(({ weight, attainment }) => weight * (attainment ?? 0))
    const named = [11, 14.4, 10.5, 7.33, 7.2, 9, 3.5, 2.75, 3]
    for (const [at, part] of parts.entries()) expect(part).toBeCloseTo(named[at] ?? 0, 1)
  })

  test('is 68.7, and that is conditional', () => {
    const { score, suggestion, known, weighed } = evaluate(judgedPilot(), first)
    expect(score).toBeCloseTo(68.7, 1)
    expect([suggestion, known, weighed]).toEqual(['conditional', 9, 9])
  })

  test('is go from 75, and redesign when something critical lies below its floor', () => {
    const all = judgedPilot()
    const better = all.map((one) => (one.metric === 'adoption.index' ? read(one, 72) : one))
    const best = better.map((one) => (one.metric === 'outcome.customer' ? read(one, 15) : one))
    expect(evaluate(best, first)).toMatchObject({ suggestion: 'go' })
    const worse = all.map((one) => (one.metric === 'data.quality' ? read(one, 64.9) : one))
    expect(evaluate(worse, first).suggestion).toBe('redesign')
  })

  test('passes on nothing that nobody knows: one part without evidence is too little', () => {
    const all = judgedPilot()
    const blind = all.map((one, at) => (at === 3 ? judge(one, { state: 'insufficient' }) : one))
    expect(evaluate(blind, first)).toMatchObject({ suggestion: 'insufficient', known: 8 })
    const hidden = all.map((one, at) => (at === 3 ? judge(one, { state: 'suppressed' }) : one))
    expect(evaluate(hidden, first).suggestion).toBe('insufficient')
  })

  test('asks for its smallest sample', () => {
    const asked = measure({ minN: 30 })
    expect(read(asked, 90, 29).attainment).toBeNull()
    expect(read(asked, 90).attainment).toBeNull()
    expect(read(asked, 90, 30).attainment).toBe(0.9)
  })

  test('a hard criterion that does not hold is a redesign, whatever the score', () => {
    const hard = measure({ hard: true, floor: 100, target: 100 })
    const perfect = read(measure(), 100)
    expect(evaluate([perfect, read(hard, 100)], first).suggestion).toBe('go')
    expect(evaluate([perfect, read(hard, 0)], first).suggestion).toBe('redesign')
  })

  test('the third miss is a stop, and so is a miss behind the time box', () => {
    expect(evaluate(judgedPilot(), { misses: 1, timeIsUp: false }).suggestion).toBe('conditional')
    expect(evaluate(judgedPilot(), { misses: 2, timeIsUp: false }).suggestion).toBe('stop')
    expect(evaluate(judgedPilot(), { misses: 0, timeIsUp: true }).suggestion).toBe('stop')
    const go = [read(measure(), 100)]
    expect(evaluate(go, { misses: 2, timeIsUp: true }).suggestion).toBe('go')
  })

  test('up to two that are not critical below their floor are conditional, three are not', () => {
    const good = Array.from({ length: 20 }, () => read(measure(), 100))
    const bad = (count: number) =>
      Array.from({ length: count }, () => read(measure({ floor: 50, weight: 1 }), 10))
    expect(evaluate([...good, ...bad(2)], first).suggestion).toBe('conditional')
    expect(evaluate([...good, ...bad(3)], first).suggestion).toBe('redesign')
  })

  test('what law or security asks for is told apart while it is not proved', () => {
    const law = measure({ hard: true, kind: 'legal', floor: 100, target: 100 })
    expect(evaluate([read(law, 0)], first).unlawful).toHaveLength(1)
    expect(evaluate([judge(law, { state: 'insufficient' })], first).unlawful).toHaveLength(1)
    expect(evaluate([read(law, 100)], first).unlawful).toHaveLength(0)
  })
})

test('a gate without criteria, or with none that is known, never passes', () => {
  expect(evaluate([], first)).toMatchObject({ score: null, suggestion: 'insufficient' })
  expect(evaluate([judge(measure(), { state: 'insufficient' })], first).score).toBeNull()
})

const anyMeasure = record({
  floor: integer({ min: 0, max: 100 }),
  target: integer({ min: 0, max: 100 }),
  weight: integer({ min: 0, max: 20 }),
  critical: boolean(),
  hard: boolean(),
}).map((over) => measure({ ...over, direction: over.target < over.floor ? 'down' : 'up' }))

test('attainment lies between nothing and everything, and better is never worth less', () => {
  const value = double({ min: -50, max: 150, noNaN: true })
  assert(
    property(anyMeasure, value, value, (one, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const [worse, better] = one.direction === 'up' ? [low, high] : [high, low]
      expect(attainmentOf(one, worse)).toBeGreaterThanOrEqual(0)
      expect(attainmentOf(one, better)).toBeLessThanOrEqual(1)
      expect(attainmentOf(one, better)).toBeGreaterThanOrEqual(attainmentOf(one, worse))
    }),
  )
})

test('better evidence never makes a gate harder to pass', () => {
  const rank = { insufficient: 0, stop: 1, redesign: 1, conditional: 2, go: 3 }
  const values = array(record({ one: anyMeasure, value: integer({ min: 0, max: 100 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  assert(
    property(values, integer({ min: 0, max: 7 }), constantFrom(5, 20, 60), (list, at, by) => {
      const before = list.map(({ one, value }) => read(one, value))
      const after = list.map(({ one, value }, index) =>
        read(one, index === at ? value + (one.direction === 'up' ? by : -by) : value),
      )
      const was = rank[evaluate(before, first).suggestion]
      expect(rank[evaluate(after, first).suggestion]).toBeGreaterThanOrEqual(was)
    }),
  )
})
