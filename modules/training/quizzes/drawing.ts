import { randomInt } from 'node:crypto'
import type { Question } from '../courses/content.ts'
import type { Drawn } from './grading.ts'

export type Banked = { id: string; version: number; document: Question }

/** A whole number from 0 up to, and without, another one. */
export type Lot = (below: number) => number

/**
 * Draws the questions of an attempt: every critical one, then by turns from each objective those that
 * this person was asked least, so that two attempts differ (R8).
 * @param asked how often each question was asked of them before
 */
export function drawQuestions(
  bank: readonly Banked[],
  count: number,
  asked: ReadonlyMap<string, number>,
  lot: Lot = randomInt,
): Drawn[] {
  const critical = bank.filter(({ document }) => document.critical)
  const others = new Map<number, Banked[]>()
  for (const one of shuffled(bank, lot)) {
    if (one.document.critical) continue
    const { objective } = one.document
    others.set(objective, [...(others.get(objective) ?? []), one])
  }
  const lines = [...others.values()].map((line) =>
    line.toSorted((a, b) => (asked.get(a.id) ?? 0) - (asked.get(b.id) ?? 0)),
  )
  const drawn = [...critical]
  for (let turn = 0; drawn.length < Math.min(count, bank.length); turn++)
    for (const line of lines) {
      const one = line[turn]
      if (one && drawn.length < count) drawn.push(one)
    }
  return shuffled(drawn, lot).map(({ id, version, document }) => ({
    ...{ id, version, question: document },
    shown: shownOrder(document, lot),
  }))
}

/** Options in an order drawn by lot; one that asks for an order never shows it. */
function shownOrder({ kind, options }: Question, lot: Lot): number[] {
  const places = options.map((_, at) => at)
  const order = shuffled(places, lot)
  const isGiven = kind === 'order' && order.every((option, at) => option === at)
  return isGiven ? [...order.slice(1), ...order.slice(0, 1)] : order
}

function shuffled<T>(all: readonly T[], lot: Lot): T[] {
  const mixed = [...all]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = lot(at + 1)
    ;[mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T]
  }
  return mixed
}
