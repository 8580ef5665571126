import type { Database } from '../db/database.ts'

/** What a module knows of who has learned what, as far as it decides whether somebody may write. */
export type Learned = {
  /** Whether write access follows learning; null where the company never said so. */
  follows: boolean | null
  timeZone: string
  /** The courses that everybody must have completed, by their codes. */
  core: readonly string[]
  /** The courses that can be taken, by their codes: nobody is held to others. */
  offered: readonly string[]
  /** By person: what they completed on which day, and until which it holds. */
  people: Readonly<Record<string, readonly { code: string; on: string; until: string | null }[]>>
  /** Who may write in a module before they have learned, and until which day. */
  exceptions: readonly { person: string; module: string; until: string }[]
}

export type Learning = {
  read: (db: Database, company: string) => Promise<Learned>
  /** Where somebody finds what they have yet to learn before they may write in a module. */
  href: (module: string) => string
}

/** Announced when what somebody has learned changes: whether they may write may follow from it. */
export const learningTopic = 'learning'

/** What asks that access follows learning where a company never said so itself, and since which day. */
export type LearningRule = { by: 'strict' | 'stage'; since: string }
