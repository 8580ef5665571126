import { defaultStrategies } from 'unleash-client/lib/strategy/index.js'
import type { Constraint, Strategy } from 'unleash-client/lib/strategy/strategy.js'

/** What the client did while it decided: asked for a feature, or tried one of its strategies. */
export type Heard =
  | { asked: string }
  | {
      /** The parameters object of the strategy that was tried: which one it was. */
      tried: object
      on: boolean
      /** The constraint that did not hold, if one did not. */
      failed?: Constraint
      /** Whether all constraints held, so that the strategy itself had the last word. */
      reached: boolean
    }

let heard: Heard[] | undefined

/**
 * Runs a decision and tells what the client did on the way. The decision is the one made
 * everywhere else, by the same code: this only listens.
 */
export function listen<T>(decide: () => T): { result: T; heard: Heard[] } {
  const before = heard
  const notes: Heard[] = []
  heard = notes
  try {
    return { result: decide(), heard: notes }
  } finally {
    heard = before
  }
}

export const overhear = (note: Heard): void => {
  heard?.push(note)
}

const last = () => {
  const note = heard?.at(-1)
  return note && 'tried' in note ? note : undefined
}

/** The client's own strategies, which note what they do while somebody listens. */
export const strategies: Strategy[] = defaultStrategies.map((strategy) =>
  Object.assign(Object.create(strategy) as Strategy, {
    getResult(this: Strategy, ...given: Parameters<Strategy['getResult']>) {
      overhear({ tried: given[0], on: false, reached: false })
      const result = strategy.getResult.apply(this, given)
      const note = last()
      if (note) note.on = result.enabled
      return result
    },
    checkConstraint(...given: Parameters<Strategy['checkConstraint']>) {
      const holds = strategy.checkConstraint(...given)
      const note = last()
      if (note && !holds) note.failed = given[0]
      return holds
    },
    isEnabled(...given: Parameters<Strategy['isEnabled']>) {
      const note = last()
      if (note) note.reached = true
      return strategy.isEnabled(...given)
    },
  }),
)

const [plain] = strategies as [Strategy]

/** Whether one constraint holds, by the client's own operators. */
export const holds = plain.checkConstraint.bind(plain)
