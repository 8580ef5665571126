import type { Changes } from './changes.ts'

/** What was read under a key, until anything about its topic changes, in any process. */
export type Memory<T> = {
  /** What is known, or what `read` finds now; undefined is read again each time. */
  of: (key: string, read: () => Promise<Remembered<T> | undefined>) => Promise<T | undefined>
  /** Looks again the next time. @returns what was known */
  forget: (key: string) => T | undefined
}

/** A value and the moment (ms since 1970) until which it may be believed without looking again. */
export type Remembered<T> = { value: T; until: number }

/**
 * @param topic whose news makes everything forgotten
 * @param capacity keys kept at once
 */
export function openMemory<T>(
  changes: Pick<Changes, 'on' | 'live'>,
  topic: string,
  capacity: number,
  now: () => number = Date.now,
): Memory<T> {
  const known = new Map<string, Remembered<T>>()
  let news = 0
  changes.on(topic, () => {
    news++
    known.clear()
  })
  return {
    of: async (key, read) => {
      const kept = known.get(key)
      if (kept && kept.until > now() && changes.live()) return kept.value
      known.delete(key)
      const before = news
      const found = await read()
      // What was changed while this was being read may be missing in it.
      if (!found || news !== before) return found?.value
      if (known.size >= capacity) known.clear()
      known.set(key, found)
      return found.value
    },
    forget: (key) => {
      const kept = known.get(key)
      known.delete(key)
      return kept?.value
    },
  }
}
