import type { Role } from '../core/module.ts'
import type { Taught } from './learning.ts'

/** Whom a module can be opened for. Departments and people by id; a department means all below it too. */
export type Subject =
  | { kind: 'everyone' }
  | { kind: 'department'; department: string }
  | { kind: 'role'; role: Role }
  | { kind: 'person'; person: string }
  | { kind: 'percentage'; percentage: number }

export type Variant = 'read' | 'write'

/**
 * How far a module has come for a subject. `off` stands for a department below something that is open,
 * and holds against it; `read` is the way back: to be looked at until a day, then off.
 */
export type CellState = 'off' | 'pilot' | 'on' | 'read'

/** A subject, how far the module has come for it, and whether they may write or only look. */
export type Grant = Subject & {
  variant: Variant
  /** Left out: as it is where it is open already, else `on`. */
  state?: CellState
  /** When `read` ends, ISO. */
  until?: string
}

/** One row of the truth: how this module stands for this subject, since when, by whom and why. */
export type Audience = Grant & {
  id: string
  module: string
  since: string
  by?: string
  reason: string
  /** The ISO day by which it must be looked at again. */
  expiresOn?: string
}

/** A module stopped at once, for everybody or for a department and all below it, exactly while it is. */
export type Kill = {
  id: string
  module: string
  department?: string
  since: string
  by?: string
  reason: string
}

export type Department = { id: string; key: string; parent?: string }

/** Features and segments of an Unleash document, as imported. */
export type FlagsDocument = {
  features: Record<string, unknown>[]
  segments: Record<string, unknown>[]
}

/** All that decides the flags of one company. */
export type Snapshot = FlagsDocument & {
  audiences: Audience[]
  kills: Kill[]
  departments: Department[]
  /** What people have learned, where a module knows. */
  taught?: Taught
}

export const emptySnapshot: Snapshot = {
  features: [],
  segments: [],
  audiences: [],
  kills: [],
  departments: [],
}

/** What tells two subjects of one module apart. */
export function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case 'department':
      return `department ${subject.department}`
    case 'role':
      return `role ${subject.role}`
    case 'person':
      return `person ${subject.person}`
    default:
      return subject.kind
  }
}

/** How a module is stopped: for everybody, or for departments. */
export function stopsOf(
  { kills }: Pick<Snapshot, 'kills'>,
  module: string,
): { kill?: Kill; frozen?: Kill[] } {
  const own = kills.filter((kill) => kill.module === module)
  const kill = own.find(({ department }) => department === undefined)
  const frozen = own.filter(({ department }) => department !== undefined)
  return { ...(kill ? { kill } : {}), ...(frozen.length > 0 ? { frozen } : {}) }
}
