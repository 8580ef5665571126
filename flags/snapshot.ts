import type { Role } from '../core/module.ts'

/** Whom a module can be opened for. Departments and people by id; a department means all below it too. */
export type Subject =
  | { kind: 'everyone' }
  | { kind: 'department'; department: string }
  | { kind: 'role'; role: Role }
  | { kind: 'person'; person: string }
  | { kind: 'percentage'; percentage: number }

export type Variant = 'read' | 'write'

/** A subject, and whether they may write or only look. */
export type Grant = Subject & { variant: Variant }

/** One row of the truth: this module is open for this subject, since when, by whom and why. */
export type Audience = Grant & {
  id: string
  module: string
  since: string
  by?: string
  reason: string
}

/** A module stopped at once for everybody; the row is there exactly while it is. */
export type Kill = { module: string; since: string; by?: string; reason: string }

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
