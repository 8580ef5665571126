import { explain } from './explain.ts'

/** What a process has opened, so that it is closed again in reverse order, however it ends. */
export type Life = {
  /** opens something and remembers how to close it; once the end has begun it opens nothing */
  open<T>(opener: () => Promise<T>, close: (opened: T) => Promise<unknown>): Promise<T>
  /** closes everything, the latest first, and exits; only the first call counts */
  end(code: number): Promise<void>
}

/** Begins the life of a process: SIGTERM, Ctrl-C or the death of its launcher end it in order. */
export function beginLife(): Life {
  const closers: (() => Promise<unknown>)[] = []
  let ended: { at: number; done: Promise<void> } | undefined
  const end = (code: number) => {
    ended ??= { at: Date.now(), done: closeAll(closers, code) }
    return ended.done
  }
  const onSignal = () => {
    // One Ctrl-C arrives several times, from the terminal, npm and the launcher; a second one later
    // means "now": PostgreSQL notices our death and stops by itself.
    if (ended && Date.now() - ended.at > 1_000) process.exit(1)
    end(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, onSignal)
  process.on('disconnect', () => end(0))
  return {
    end,
    async open(opener, close) {
      if (ended) return new Promise(() => {})
      const opening = opener()
      closers.push(() => opening.then(close, () => {}))
      return opening
    },
  }
}

async function closeAll(closers: (() => Promise<unknown>)[], code: number): Promise<void> {
  try {
    for (let close = closers.pop(); close; close = closers.pop()) await close()
    process.exit(code)
  } catch (error) {
    console.error(explain(error))
    process.exit(1)
  }
}
