import { TooEntangled } from '../transfer.ts'
import type { Book, Draft } from './book.ts'
import { Repeats } from './repeats.ts'

/** More records are not kept in mind: they would take some fifty megabytes. */
const mostRecalled = 50_000

/**
 * What a rehearsal has in mind of the batches before, since nothing of them is written: the records
 * that rows to come may mean as well, as the rows so far leave them.
 */
export class Recall<State> {
  /** Unique values that rows have taken, by the record that has them now. */
  readonly taken = new Map<string, string>()
  readonly #repeats = new Repeats()
  readonly #byId = new Map<string, Draft<State>>()
  readonly #byKey = new Map<string, Set<string>>()
  readonly #keysOf: (state: State) => string[]
  constructor(keysOf: (state: State) => string[]) {
    this.#keysOf = keysOf
  }

  /** Notes by which keys a row of the file will look for records. */
  expect(keys: readonly string[]): void {
    for (const key of keys) this.#repeats.note(key)
  }

  /** A copy: rows that are entered twice, since one of them is refused, begin from the same. */
  withId(id: string): Draft<State> | undefined {
    const draft = this.#byId.get(id)
    return draft && { ...draft }
  }

  /** Puts into a book what the batches before have made of the records with these keys. */
  fill(book: Book<State>, keys: readonly string[]): void {
    for (const id of new Set(keys.flatMap((key) => [...(this.#byKey.get(key) ?? [])]))) {
      const draft = this.withId(id)
      if (draft && !book.has(id)) book.add(draft)
    }
  }

  /** Keeps in mind what a batch has made or changed, as far as it comes up again. */
  keep({ drafts }: Book<State>, taken: ReadonlyMap<string, string>): void {
    for (const [key, id] of taken) this.taken.set(key, id)
    for (const draft of drafts) {
      if (draft.now === draft.stored) continue
      const keys = this.#keysOf(draft.now)
      const known = draft.stored ? this.#keysOf(draft.stored) : []
      if (![...keys, ...known].some((key) => this.#repeats.has(key))) continue
      this.#byId.set(draft.id, draft)
      for (const key of keys)
        this.#byKey.set(key, (this.#byKey.get(key) ?? new Set()).add(draft.id))
    }
    if (this.#byId.size > mostRecalled) throw new TooEntangled()
  }
}
