import type { InCompany } from '../scope.ts'
import type { Changes } from './changes.ts'
import { isId } from './id.ts'

/** Something of each company that is kept in memory. */
export type Kept<T> = {
  /** Only for what changes none of it: what a transaction has changed is nobody else's yet. */
  of: (scope: InCompany) => Promise<T>
}

/**
 * Keeps in memory what is read from each company until one of these topics is told of.
 * @param capacity companies kept at once
 */
export function keepPerCompany<T>(
  changes: Pick<Changes, 'on' | 'live'>,
  topics: readonly string[],
  read: (scope: InCompany) => Promise<T>,
  capacity = 1_000,
): Kept<T> {
  const kept = new Map<string, T>()
  let news = 0
  for (const topic of topics)
    changes.on(topic, (company) => {
      news++
      if (company && isId(company)) kept.delete(company)
      else kept.clear()
    })
  return {
    of: async (scope) => {
      const { id } = scope.company
      const known = changes.live() ? kept.get(id) : undefined
      if (known) return known
      const before = news
      const found = await read(scope)
      // What changed while it was read may be in it or not; only the next reading will tell.
      if (before !== news) return found
      if (kept.size >= capacity) kept.clear()
      kept.set(id, found)
      return found
    },
  }
}
