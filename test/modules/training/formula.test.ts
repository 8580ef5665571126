import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markOf } from '../../../modules/training/assigning/reminding.ts'
import { lastDay } from '../../../modules/training/certificates/completing.ts'
import { type Question, usualPass } from '../../../modules/training/courses/content.ts'
import {
  completionRate,
  coverage,
  difficulty,
  discrimination,
  firstTimePass,
  flawOf,
  learningGain,
  leastCoverage,
  type Person,
  tourEffect,
} from '../../../modules/training/evidence/formula.ts'
import { drawQuestions } from '../../../modules/training/quizzes/drawing.ts'
import { grade, isRight, nextAttempt } from '../../../modules/training/quizzes/grading.ts'

const person = (id: string, departmentId: string, valid: string[]): Person => ({
  ...{ id, departmentId, valid, mandatory: ['C-00', 'C-04'] },
})

describe('the golden values', () => {
  test('from 54 to 82 percent is a gain of 0.61; who knew all before gains nothing', () => {
    expect(learningGain(54, 82)).toBeCloseTo(0.6087, 4)
    expect(learningGain(100, 100)).toBeUndefined()
  })

  test('coverage is of people with everything valid, and a small department is not hidden', () => {
    const all = [
      person('a', 'big', ['C-00', 'C-04']),
      person('b', 'big', ['C-00', 'C-04']),
      person('c', 'big', ['C-00', 'C-04', 'S-01']),
      person('d', 'small', ['C-00']),
    ]
    expect(coverage(all)).toBe(0.75)
    expect(leastCoverage(all)).toBe(0)
    expect(coverage([])).toBeUndefined()
    expect(coverage([{ ...person('e', 'big', []), mandatory: [] }])).toBeUndefined()
  })

  test('seven of eight at the first attempt; nobody took it: nothing to say', () => {
    expect(firstTimePass(7, 8)).toBe(0.875)
    expect(firstTimePass(0, 0)).toBeUndefined()
    expect(completionRate(3, 4)).toBe(0.75)
  })

  test('a question that the good get right tells well; one that all get right tells nothing', () => {
    const answers = [...Array(20).keys()].map((at) => ({ correct: at >= 10, rest: at * 5 }))
    expect(difficulty(answers)).toBe(0.5)
    expect(discrimination(answers)).toBeCloseTo(0.867, 3)
    expect(flawOf(answers)).toBeUndefined()
    expect(flawOf(answers.map((one) => ({ ...one, correct: true })))).toBe('easy')
    expect(flawOf(answers.map((one) => ({ ...one, correct: false })))).toBe('hard')
    expect(flawOf(answers.map((one, at) => ({ ...one, correct: at % 2 === 0 })))).toBe('blunt')
    expect(flawOf(answers.slice(0, 19)), 'too few to say').toBeUndefined()
  })

  test('a tour: 56 of 70 against 48 of 80 is 20 points more, between 5.24 and 33.39; nine against nine says nothing', () => {
    const found = tourEffect({ took: 70, passed: 56 }, { took: 80, passed: 48 })
    expect(found?.effect).toBeCloseTo(0.2)
    // Newcombe's own example (1998, table II, a).
    expect(found?.low).toBeCloseTo(0.0524, 4)
    expect(found?.high).toBeCloseTo(0.3339, 4)
    const few = { took: 19, passed: 9 }
    expect(tourEffect(few, few), 'too early').toBeUndefined()
    expect(tourEffect({ took: 40, passed: 20 }, few)?.effect).toBeDefined()
    expect(tourEffect({ took: 40, passed: 20 }, { took: 0, passed: 0 })).toBeUndefined()
  })

  test('the interval of a tour holds its effect, and changes sign with its groups', () => {
    const tried = fc
      .tuple(fc.integer({ min: 20, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([took, share]) => ({ took, passed: Math.round(took * share) }))
    fc.assert(
      fc.property(tried, tried, (one, other) => {
        const [found, back] = [tourEffect(one, other), tourEffect(other, one)]
        expect(found && found.low <= found.effect && found.effect <= found.high).toBe(true)
        expect(found?.low).toBeGreaterThanOrEqual(-1 - 1e-9)
        expect(found?.high).toBeLessThanOrEqual(1 + 1e-9)
        expect(back?.low).toBeCloseTo(-(found?.high ?? 0))
      }),
    )
  })

  test('a certificate of twelve months ends on the same day, and never on one that is not there', () => {
    expect(lastDay('2026-03-05', 12)).toBe('2027-03-05')
    expect(lastDay('2028-02-29', 12)).toBe('2029-02-28')
    expect(lastDay('2026-08-31', 6)).toBe('2027-02-28')
    expect(lastDay('2026-03-05', null)).toBeNull()
  })

  test('reminders come five and one working days before, and one, three and ten behind', () => {
    expect([6, 5, 2, 1, 0, -1, -2, -3, -9, -10].map(markOf)).toEqual([
      ...[undefined, 'before-5', 'before-5', 'before-1', 'before-1'],
      ...['after-1', 'after-1', 'after-3', 'after-3', 'after-10'],
    ])
  })
})

const question = (more: Partial<Question> = {}): Question => ({
  ...{ kind: 'single', objective: 1, critical: false, stem: { en: 'Q' }, explanation: {} },
  options: [{ text: { en: 'a' }, right: true }, { text: { en: 'b' } }, { text: { en: 'c' } }],
  ...more,
})

const bank = fc
  .array(fc.record({ objective: fc.integer({ min: 1, max: 4 }), critical: fc.boolean() }), {
    minLength: 1,
    maxLength: 30,
  })
  .map((all) => all.map((one, at) => ({ id: `q${at}`, version: 1, document: question(one) })))

describe('drawing', () => {
  test('gives as many as asked for or as there are, none twice, and every critical one', () => {
    fc.assert(
      fc.property(bank, fc.integer({ min: 1, max: 12 }), (all, count) => {
        const drawn = drawQuestions(all, count, new Map())
        const critical = all.filter(({ document }) => document.critical).map(({ id }) => id)
        const ids = drawn.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.length).toBe(Math.max(critical.length, Math.min(count, all.length)))
        for (const id of critical) expect(ids).toContain(id)
      }),
    )
  })

  test('asks what was not asked before, as long as there is any of the same objective', () => {
    const all = [...Array(6).keys()].map((at) => ({
      ...{ id: `q${at}`, version: 1, document: question() },
    }))
    const first = drawQuestions(all, 3, new Map())
    const asked = new Map(first.map(({ id }) => [id, 1]))
    const second = drawQuestions(all, 3, asked)
    expect(second.filter(({ id }) => asked.has(id))).toEqual([])
  })

  test('never shows what is to be put in order in its order', () => {
    const order = question({ kind: 'order' })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), () => {
        const [drawn] = drawQuestions([{ id: 'q', version: 1, document: order }], 1, new Map())
        expect(drawn?.shown).not.toEqual([0, 1, 2])
        expect([...(drawn?.shown ?? [])].sort()).toEqual([0, 1, 2])
      }),
    )
  })
})

describe('grading', () => {
  const drawn = [question(), question({ critical: true }), question(), question(), question()].map(
    (one, at) => ({ id: `q${at}`, version: 1, question: one, shown: [0, 1, 2] }),
  )

  test('eighty percent passes, unless a question that must be right is wrong', () => {
    const four = { q0: [0], q1: [0], q2: [0], q3: [0], q4: [1] }
    expect(grade(drawn, four, usualPass)).toMatchObject({ score: 80, passed: true })
    const critical = { ...four, q1: [2], q4: [0] }
    expect(grade(drawn, critical, usualPass)).toMatchObject({ score: 80, passed: false })
  })

  test('several need all that is right and nothing else; an order needs the order', () => {
    const several = question({
      kind: 'several',
      options: [{ text: {}, right: true }, { text: {}, right: true }, { text: {} }],
    })
    expect([[0, 1], [1, 0], [0], [0, 1, 2]].map((given) => isRight(several, given))).toEqual([
      ...[true, true, false, false],
    ])
    expect(isRight(question({ kind: 'order' }), [0, 1, 2])).toBe(true)
    expect(isRight(question({ kind: 'order' }), [1, 0, 2])).toBe(false)
  })

  test('three attempts, twelve hours of rest from the second failure, one more when a trainer gives it', () => {
    const at = (hours: number) => new Date(Date.UTC(2026, 0, 1, hours))
    const failed = (hours: number) => ({ finishedAt: at(hours), passed: false })
    const next = (tried: ReturnType<typeof failed>[], extra: number, hours: number) =>
      nextAttempt(tried, usualPass, extra, at(hours))
    expect(next([], 0, 0)).toMatchObject({ may: true, number: 1, left: 3 })
    expect(next([failed(0)], 0, 0)).toMatchObject({ may: true, number: 2 })
    expect(next([failed(0), failed(1)], 0, 12)).toEqual({ may: false, why: 'wait', until: at(13) })
    expect(next([failed(0), failed(1)], 0, 13)).toMatchObject({ may: true, number: 3 })
    const three = [failed(0), failed(1), failed(13)]
    expect(next(three, 0, 99)).toEqual({ may: false, why: 'exhausted' })
    expect(next(three, 1, 99)).toMatchObject({ may: true, number: 4, left: 1 })
  })
})
