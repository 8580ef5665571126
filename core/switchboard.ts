import type { Person } from './access/person.ts'

/** What the flags say of one module for one person. `read` shows everything and writes nothing. */
export type ModuleState = 'off' | 'read' | 'write'

/** The one answer to "is this on for this person, now?", as the rest of the product asks it. */
export type Switchboard = {
  state: (module: string) => ModuleState
  /** What stops it where this person is, though it is open for somebody; undefined when nothing does. */
  stopOf: (module: string) => Stop | undefined
  /** By what somebody has a module that is on for them; undefined where nothing can be said. */
  why: (module: string) => Why | undefined
  /** What a colleague has. */
  of: (colleague: Placed) => Switchboard
}

/** Which module was stopped, it or one that it needs, and whether for everybody or where somebody is. */
export type Stop = { module: string; everybody: boolean }

/** Why a module is on for somebody: what was said then, and how it stands. */
export type Why = {
  reason: string
  /** When a module that is only to be looked at goes away, ISO. */
  until?: string | undefined
  /** Whether it is being tried, and may be blocking those who try it. */
  isPilot: boolean
  /** The courses to complete before one may write, where that is why one may only look. */
  toLearn?: readonly string[] | undefined
}

/** Who somebody is, as far as flags go by it. */
export type Placed = Pick<Person, 'id' | 'departmentKey' | 'departmentKeys' | 'roles'>

/** A server of the company's own that decides in place of the switchboards of this install. */
export type Decider = {
  /** Where people look at it. */
  href: string
  /** Whether this install may write to it; nobody else writes then what it writes. */
  mayWrite: boolean
  /** When it was heard of last, and whether it has been failing since. */
  heard: () => { at: Date | undefined; isFailing: boolean }
  /** Whether what was decided here has not yet got there. */
  isBehind: () => boolean
  close: () => void
}

export const allOn: Switchboard = {
  state: () => 'write',
  stopOf: () => undefined,
  why: () => undefined,
  of: () => allOn,
}

/**
 * The flags of one company, ready to answer for its people. Ask before the transaction that will
 * use the answer is opened: what is not in memory is read through a connection of its own.
 */
export type Switchboards = (company: string) => Promise<(person: Person) => Switchboard>
