import type { PassRule, Question } from '../courses/content.ts'

/** A question as it was drawn: its wording of then, and the order in which its options were shown. */
export type Drawn = { id: string; version: number; question: Question; shown: number[] }

/**
 * What was answered, by question id. single, several: the options chosen. order: the options in the
 * order given. match: for each option the one whose other half was chosen.
 */
export type Given = Record<string, number[]>

/** Whether a question was answered right. */
export function isRight({ kind, options }: Question, given: readonly number[] = []): boolean {
  if (kind === 'order' || kind === 'match')
    return given.length === options.length && given.every((option, at) => option === at)
  const right = options.flatMap(({ right }, at) => (right ? [at] : []))
  return right.length === given.length && right.every((option) => given.includes(option))
}

export type Graded = { score: number; passed: boolean; right: ReadonlySet<string> }

/** Grades an attempt: enough right, and every critical question among them (R8). */
export function grade(drawn: readonly Drawn[], given: Given, { percent }: PassRule): Graded {
  const right = new Set(
    drawn.filter(({ id, question }) => isRight(question, given[id])).map(({ id }) => id),
  )
  const score = drawn.length === 0 ? 100 : (100 * right.size) / drawn.length
  const missed = drawn.some(({ id, question }) => question.critical && !right.has(id))
  return { score, passed: score >= percent && !missed, right }
}

/** An attempt as far as the next one depends on it. */
export type Tried = { finishedAt: Date | null; passed: boolean | null }

export type Next =
  | { may: true; number: number; left: number }
  | { may: false; why: 'open' | 'passed' | 'exhausted' }
  | { may: false; why: 'wait'; until: Date }

/** Whether somebody may try again (R8): so many times, and after the second failure not at once. */
export function nextAttempt(
  tried: readonly Tried[],
  rule: PassRule,
  extra: number,
  now: Date,
): Next {
  if (tried.some(({ finishedAt }) => finishedAt === null)) return { may: false, why: 'open' }
  if (tried.some(({ passed }) => passed)) return { may: false, why: 'passed' }
  const most = rule.attempts + extra
  if (tried.length >= most) return { may: false, why: 'exhausted' }
  const last = tried.at(-1)?.finishedAt
  if (tried.length >= 2 && last) {
    const until = new Date(last.getTime() + rule.waitHours * 3_600_000)
    if (until > now) return { may: false, why: 'wait', until }
  }
  return { may: true, number: tried.length + 1, left: most - tried.length }
}
