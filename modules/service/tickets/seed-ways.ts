import { firstOf } from '../states/reading.ts'
import type { State, StateType } from '../states/state-types.ts'

/** How tickets come to stand where they stand. */
const ways: Record<StateType, readonly StateType[]> = {
  new: ['new'],
  open: ['new', 'open'],
  waiting_customer: ['new', 'open', 'waiting_customer'],
  waiting_us: ['new', 'open', 'waiting_customer', 'waiting_us'],
  solved: ['new', 'open', 'waiting_customer', 'solved'],
  closed: ['new', 'open', 'waiting_customer', 'solved', 'closed'],
}

export type Step = { state: State; at: Date }

/** The states that a made-up ticket went through, from one moment to another, the one it has last. */
export function wayTo(state: State, states: readonly State[], from: Date, to: Date): Step[] {
  const types = ways[state.type]
  const each = (to.getTime() - from.getTime()) / Math.max(1, types.length - 1)
  return types.map((type, step) => ({
    state: step === types.length - 1 ? state : firstOf(states, type),
    at: new Date(from.getTime() + Math.round(each * step)),
  }))
}

/** When a way first came to a state of one of these types. */
export const reached = (way: readonly Step[], ...types: StateType[]): Date | null =>
  way.find(({ state }) => types.includes(state.type))?.at ?? null
