import { array, assert, constantFrom, integer, option, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bandOf,
  indexOf,
  isEnough,
  isLow,
  readinessOf,
  scoreOf,
  type Values,
} from '../../../flags/readiness/formula.ts'
import { askedOf, dimensions, questions } from '../../../flags/readiness/questions.ts'
import type { Response } from '../../../flags/surveys/answering.ts'
import { type Group, groups } from '../../../flags/surveys/schema.ts'
import { shownGroups } from '../../../flags/surveys/shown.ts'

const values = (...[leadership, budget, people, technology, data, culture]: number[]) =>
  ({ leadership, budget, people, technology, data, culture }) as Values

/** Somebody who answers the same to all they are asked, but for what is said otherwise. */
const somebody = (
  group: Group,
  answer: number | null,
  over: Response['answers'] = {},
): Response => ({
  ...{ group, departmentId: null, comment: '' },
  answers: Object.fromEntries(
    askedOf('full', group).map(({ number }) => [
      number,
      Object.hasOwn(over, number) ? (over[number] ?? null) : answer,
    ]),
  ),
})
const many = (count: number, ...about: Parameters<typeof somebody>) =>
  Array.from({ length: count }, () => somebody(...about))

describe('the score of the document', () => {
  test('is 60.35, but the weakest link says prepare', () => {
    const example = values(70, 55, 62, 80, 38, 66)
    expect(scoreOf(example)).toBeCloseTo(60.35, 2)
    expect(bandOf(example)).toEqual({ band: 'prepare', cappedBy: 'data' })
  })

  test.each([
    [39.9, 'notReady'],
    [40, 'prepare'],
    [59.9, 'prepare'],
    [60, 'pilotReady'],
    [74.9, 'pilotReady'],
    [75, 'scaleReady'],
  ])('of %s is %s', (value, band) => {
    expect(bandOf(values(value, value, value, value, value, value))?.band).toBe(band)
  })

  test('of nobody is nothing, never 0 or 100', () => {
    expect(readinessOf([])).toMatchObject({ n: 0, score: null, band: null })
    const nothing = values()
    expect([scoreOf({ ...nothing, ...unknown() }), bandOf(unknown())]).toEqual([null, null])
  })

  test('spreads the weight of what nobody answered over the rest', () => {
    expect(scoreOf({ ...unknown(), leadership: 80, budget: 40 })).toBeCloseTo(65, 5)
  })
})

const unknown = (): Values =>
  Object.fromEntries(dimensions.map((dimension) => [dimension, null])) as Values

test('an answer from 1 to 5 is an index from 0 to 100', () => {
  expect([1, 2, 3, 4, 5].map(indexOf)).toEqual([0, 25, 50, 75, 100])
})

test('twenty questions: four, three, four, three, four, two', () => {
  const count = (name: string) => questions.filter(({ dimension }) => dimension === name).length
  expect(dimensions.map(count)).toEqual([4, 3, 4, 3, 4, 2])
  expect(questions.map(({ number }) => number)).toEqual(
    Array.from({ length: 20 }, (_, at) => at + 1),
  )
})

test('forty staff do not drown three leaders, nor the other way round', () => {
  const { values } = readinessOf([...many(3, 'leaders', 5), ...many(40, 'staff', 1)])
  expect(values.leadership).toBe(50)
})

test('“don’t know” counts as no answer, and its share is told', () => {
  const { items } = readinessOf([...many(4, 'staff', 4), ...many(4, 'staff', null)])
  expect(items[8]).toMatchObject({ value: 75, n: 4, dontKnow: 0.5 })
  expect(readinessOf(many(5, 'staff', null)).score).toBeNull()
})

test('the gap between leaders and staff is told where both are shown', () => {
  const { items } = readinessOf([...many(1, 'leaders', 5), ...many(4, 'staff', 2)])
  expect(items[0]).toMatchObject({ gap: 75, byGroup: { leaders: 100, staff: 25 } })
})

test('items at 2.5 of 5 and below ask for something to be done', () => {
  const { items } = readinessOf([...many(2, 'staff', 2), ...many(2, 'staff', 3)])
  expect(items.filter(isLow).length).toBeGreaterThan(0)
  expect(readinessOf(many(4, 'staff', 3)).items.filter(isLow)).toEqual([])
})

test('enough are five answers or 30 %, and one of a leader; everybody in a firm of fewer', () => {
  const leader = many(1, 'leaders', 4)
  expect(isEnough(12, [...leader, ...many(3, 'staff', 4)])).toBe(false)
  expect(isEnough(12, [...leader, ...many(4, 'staff', 4)])).toBe(true)
  expect(isEnough(12, many(8, 'staff', 4))).toBe(false)
  expect(isEnough(100, [...leader, ...many(28, 'staff', 4)])).toBe(false)
  expect(isEnough(100, [...leader, ...many(29, 'staff', 4)])).toBe(true)
  expect(isEnough(4, [...leader, ...many(3, 'staff', 4)])).toBe(true)
  expect(isEnough(0, [])).toBe(false)
})

describe('who is shown', () => {
  test('three staff are never a group of their own', () => {
    const { items } = readinessOf([
      ...[...many(1, 'leaders', 5), ...many(2, 'managers', 4), ...many(3, 'staff', 1)],
    ])
    // They are counted with the managers: five people.
    expect(items[0]?.byGroup).toEqual({ leaders: 100, staff: 30 })
  })

  test('three people at all say nothing', () => {
    expect(readinessOf(many(3, 'staff', 5))).toMatchObject({ score: null, n: 3 })
  })

  test('what is promised to be anonymous is shown by group only where each has four', () => {
    const few = readinessOf([...many(2, 'managers', 5), ...many(8, 'staff', 1)])
    expect(few.items[19]).toMatchObject({ value: 50, byGroup: {} })
    expect(few.items[18]?.byGroup).toEqual({ managers: 100, staff: 0 })
    const all = readinessOf([...many(4, 'managers', 5), ...many(8, 'staff', 1)])
    expect(all.items[19]?.byGroup).toEqual({ managers: 100, staff: 0 })
  })

  test('a department of three is hidden, and the next smallest with it', () => {
    const counts = new Map([
      ['sales', 9],
      ['service', 5],
      ['finance', 3],
    ])
    expect([...shownGroups(counts)]).toEqual(['sales'])
    expect([...shownGroups(new Map([['sales', 9]]))]).toEqual(['sales'])
    expect([...shownGroups(new Map([['finance', 3]]))]).toEqual([])
  })

  test('nobody can be told from the whole by taking away what is shown', () => {
    const counts = array(integer({ min: 1, max: 12 }), { maxLength: 8 })
    assert(
      property(counts, option(integer({ min: 1, max: 6 })), (list, homeless) => {
        const all = new Map<number | null, number>(list.map((count, at) => [at, count]))
        if (homeless !== null) all.set(null, homeless)
        const shown = shownGroups<number>(all)
        for (const key of shown) expect(all.get(key)).toBeGreaterThanOrEqual(4)
        const hidden = [...all].filter(([key]) => key === null || !shown.has(key))
        const people = hidden.reduce((sum, [, count]) => sum + count, 0)
        if (shown.size > 0) expect(people === 0 || people >= 4).toBe(true)
      }),
    )
  })
})

test('whatever is answered, every figure lies between 0 and 100 or is nothing', () => {
  const anybody = record({
    group: constantFrom(...groups),
    answer: option(integer({ min: 1, max: 5 })),
  })
  assert(
    property(array(anybody, { maxLength: 30 }), (people) => {
      const { score, values, items } = readinessOf(
        people.map(({ group, answer }) => somebody(group, answer)),
      )
      for (const value of [score, ...Object.values(values), ...items.map((item) => item.value)])
        if (value !== null) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(100)
        }
    }),
  )
})
