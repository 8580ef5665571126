import { wilsonLower } from '../../../core/quality/formula.ts'

/** The formulas of training (7.1), on plain numbers: shares from 0 to 1, undefined where a denominator is 0. */

export type Person = {
  id: string
  departmentId: string | null
  /** The codes of what is mandatory for them. */
  mandatory: readonly string[]
  /** The codes of what they completed and what holds now. */
  valid: readonly string[]
}

/** COV: people with all that is mandatory for them valid, of those for whom something is. */
export function coverage(people: readonly Person[]): number | undefined {
  const held = people.filter(({ mandatory }) => mandatory.length > 0)
  if (held.length === 0) return undefined
  const covered = held.filter(({ mandatory, valid }) =>
    mandatory.every((code) => valid.includes(code)),
  )
  return covered.length / held.length
}

/** The smallest coverage of a department, so that a big one hides no small one. */
export function leastCoverage(people: readonly Person[]): number | undefined {
  const departments = Map.groupBy(people, ({ departmentId }) => departmentId)
  const all = [...departments.values()].flatMap((own) => coverage(own) ?? [])
  return all.length === 0 ? undefined : Math.min(...all)
}

/** FTP: passed at the first attempt, of those that took one. */
export const firstTimePass = (passed: number, took: number): number | undefined =>
  took === 0 ? undefined : passed / took

/** G: what was gained of what could be, from percent before to percent after. 54 → 82: 0.61. */
export const learningGain = (before: number, after: number): number | undefined =>
  before >= 100 ? undefined : (after - before) / (100 - before)

/** CR: what is completed and valid, of what was due. */
export const completionRate = (valid: number, due: number): number | undefined =>
  due === 0 ? undefined : valid / due

/** How one question was answered in one first attempt, and how right the rest of that attempt was. */
export type Answer = { correct: boolean; rest: number }

/** p: how many answer it right at the first attempt. */
export const difficulty = (answers: readonly Answer[]): number | undefined =>
  answers.length === 0
    ? undefined
    : answers.filter(({ correct }) => correct).length / answers.length

/** Fewer answers than these say nothing of a question. */
export const fewestAnswers = 20

/** r: how a right answer goes with the rest of the attempt (point-biserial); from twenty answers. */
export function discrimination(answers: readonly Answer[]): number | undefined {
  const p = difficulty(answers)
  if (answers.length < fewestAnswers || p === undefined || p === 0 || p === 1) return undefined
  const mean = (some: readonly Answer[]) =>
    some.reduce((sum, { rest }) => sum + rest, 0) / some.length
  const all = mean(answers)
  const variance = answers.reduce((sum, { rest }) => sum + (rest - all) ** 2, 0) / answers.length
  if (variance === 0) return undefined
  const [right, wrong] = [
    mean(answers.filter(({ correct }) => correct)),
    mean(answers.filter(({ correct }) => !correct)),
  ]
  return ((right - wrong) / Math.sqrt(variance)) * Math.sqrt(p * (1 - p))
}

/** What is wrong with a question by its figures; undefined when nothing is, or too little is known. */
export function flawOf(answers: readonly Answer[]): 'hard' | 'easy' | 'blunt' | undefined {
  const p = difficulty(answers)
  if (p === undefined || answers.length < fewestAnswers) return undefined
  if (p < 0.3) return 'hard'
  if (p > 0.95) return 'easy'
  const r = discrimination(answers)
  return r !== undefined && r < 0.1 ? 'blunt' : undefined
}

/** How many tried something, and how many of them managed it. */
export type Tried = { took: number; passed: number }

/** With fewer people in both groups nothing is said of a tour's effect. */
export const fewestWatched = 20

/**
 * E: how much more often people do something who finished a tour than those who were not shown it,
 * with the 95 % interval of the difference of two shares (R. Newcombe, 1998, method 10, which rests
 * on Wilson's). Undefined where a group is empty, or neither has twenty people.
 */
export function tourEffect(
  finished: Tried,
  others: Tried,
): { effect: number; low: number; high: number } | undefined {
  if (finished.took === 0 || others.took === 0) return undefined
  if (finished.took < fewestWatched && others.took < fewestWatched) return undefined
  const [one, other] = [finished, others].map(({ took, passed }) => ({
    share: passed / took,
    low: wilsonLower(passed, took),
    high: 1 - wilsonLower(took - passed, took),
  })) as [Bounds, Bounds]
  const effect = one.share - other.share
  return {
    effect,
    low: effect - Math.hypot(one.share - one.low, other.high - other.share),
    high: effect + Math.hypot(one.high - one.share, other.share - other.low),
  }
}

type Bounds = { share: number; low: number; high: number }
