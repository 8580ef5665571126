import type { Tone } from '../../../views/pill.tsx'

/**
 * What it means to be in a state, whatever a company calls it. A ticket bears the type of its state,
 * for indexes; clocks, reports and reminders know these alone.
 */
export const stateTypes = [
  'new',
  'open',
  'waiting_customer',
  'waiting_us',
  'solved',
  'closed',
] as const
export type StateType = (typeof stateTypes)[number]

/** Nothing is to be done any more, unless the customer writes again. */
export const isDone = (type: StateType): boolean => type === 'solved' || type === 'closed'

export const stateTones: Record<StateType, Tone> = {
  ...{ new: 'blue', open: 'orange', waiting_customer: 'grey', waiting_us: 'orange' },
  ...{ solved: 'green', closed: 'grey' },
}

export type State = { id: string; key: string; name: string; type: StateType; hidden: boolean }

/** What a ticket is about, in the company's own words. */
export type Category = { id: string; key: string; name: string; hidden: boolean }

export const mostStates = 30
export const mostCategories = 100
