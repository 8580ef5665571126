import type { Blame, Outcome } from '../transfer.ts'

/** The state of a record while a batch is read: as stored, and as the rows so far leave it. */
export type Draft<State> = {
  id: string
  /** Undefined for a record that a row of this batch makes. */
  stored: State | undefined
  version: number
  mayEdit: boolean
  mayAssign: boolean
  now: State
}

/** A record's way from one state to another. */
export type Turn<State> = Pick<Draft<State>, 'id' | 'stored' | 'now'>

type Elsewhere<State> = { withId: (id: string) => Draft<State> | undefined }

export const idsOf = (drafts: readonly { id: string }[]): string[] => drafts.map(({ id }) => id)

/**
 * The records a batch may be about, found by their keys. Rows are entered in order, so that a
 * second row for one record finds what the first one left.
 */
export class Book<State> {
  readonly drafts: Draft<State>[] = []
  readonly #byKey = new Map<string, Draft<State>[]>()
  readonly #byId = new Map<string, Draft<State>>()
  readonly #keysOf: (state: State) => string[]
  readonly #elsewhere: Elsewhere<State> | undefined
  constructor(keysOf: (state: State) => string[], elsewhere?: Elsewhere<State>) {
    this.#keysOf = keysOf
    this.#elsewhere = elsewhere
  }

  /** Adds a record under all its keys. */
  add(draft: Draft<State>): Draft<State> {
    this.drafts.push(draft)
    this.#byId.set(draft.id, draft)
    this.index(draft)
    return draft
  }

  /** Enters a record under keys it has got meanwhile. */
  index(draft: Draft<State>): void {
    for (const key of this.#keysOf(draft.now)) {
      const known = this.#byKey.get(key) ?? []
      if (!known.includes(draft)) this.#byKey.set(key, [...known, draft])
    }
  }

  find(key: string): readonly Draft<State>[] {
    return this.#byKey.get(key) ?? []
  }

  has(id: string): boolean {
    return this.#byId.has(id)
  }

  /** A record that is in the book, or that rows before it have left somewhere else. */
  withId(id: string): Draft<State> | undefined {
    return this.#byId.get(id) ?? this.#elsewhere?.withId(id)
  }
}

/** @param field whose cell is to blame, where one is and nothing else says so */
export const rejected = (why: string | Blame, field?: string): Outcome => ({
  kind: 'rejected',
  ...(typeof why === 'string' ? { reason: why } : why),
  ...(field && { field }),
})
