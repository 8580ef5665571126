import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adkarOf, barrierOf, elements } from '../../../flags/adkar/formula.ts'

const said = (...answers: number[]) =>
  Object.fromEntries(elements.map((element, at) => [element, answers[at] ?? null]))

describe('where somebody is held back', () => {
  test.each([
    [[3, 5, 5, 5, 5], 'awareness'],
    [[4, 3, 1, 1, 1], 'desire'],
    [[4, 4, 3, 5, 5], 'knowledge'],
    [[5, 5, 4, 2, 1], 'ability'],
    [[5, 5, 5, 5, 3], 'reinforcement'],
    [[4, 4, 4, 4, 4], null],
  ])('%j is the first element at 3 and below: %s', (answers, barrier) => {
    expect(barrierOf(said(...answers))).toBe(barrier)
  })

  const answer = fc.integer({ min: 1, max: 5 })
  test('whatever is said, all before the barrier is above 3 and the barrier is not', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 5, maxLength: 5 }), (answers) => {
        const barrier = barrierOf(said(...answers))
        const at = barrier === null ? elements.length : elements.indexOf(barrier)
        expect(answers.slice(0, at).every((one) => one > 3)).toBe(true)
        if (barrier !== null) expect(answers[at]).toBeLessThanOrEqual(3)
      }),
    )
  })
})

describe('a group', () => {
  test('of five: two held back by desire, one by ability, two by nothing', () => {
    const people = [
      said(4, 2, 1, 1, 1),
      said(5, 3, 5, 5, 5),
      said(5, 5, 4, 3, 1),
      said(4, 4, 4, 4, 4),
      said(5, 5, 5, 5, 5),
    ]
    expect(adkarOf(people)).toMatchObject({
      n: 5,
      free: 2,
      barrier: 'desire',
      barriers: { awareness: 0, desire: 2, knowledge: 0, ability: 1, reinforcement: 0 },
      means: { awareness: 4.6, desire: 3.8 },
    })
  })

  test('with two barriers alike names the earlier one; with none it names none', () => {
    const torn = [
      said(2, 5, 5, 5, 5),
      said(5, 5, 5, 2, 5),
      said(5, 5, 5, 5, 5),
      said(5, 5, 5, 5, 5),
    ]
    expect(adkarOf(torn)?.barrier).toBe('awareness')
    const free = Array(4).fill(said(4, 4, 4, 4, 4))
    expect(adkarOf(free)).toMatchObject({ free: 4, barrier: null })
  })

  test('of three, of one and of nobody says nothing: no 0, no 100, no NaN', () => {
    for (const count of [3, 1, 0])
      expect(adkarOf(Array(count).fill(said(5, 5, 5, 5, 5)))).toBeUndefined()
  })
})
