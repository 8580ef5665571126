import { setTimeout as wait } from 'node:timers/promises'
import { trimLog } from './log.ts'
import { settleOrphans } from './orphan.ts'
import { launch, type Recipe, type Server } from './server.ts'

/** Told with false when PostgreSQL has died on its own, and with true when it is back. */
export type OnChange = (up: boolean, reason?: unknown) => void

/**
 * Starts PostgreSQL and keeps it running until it is told to stop.
 * The first start throws what goes wrong; later ones are tried again after 0.1 s, 0.2 s … 5 s.
 */
export async function keepRunning(
  recipe: Recipe,
  onChange: OnChange,
): Promise<{ stop(): Promise<void> }> {
  const ending = new AbortController()
  let server = await launch(recipe)
  const trimming = setInterval(() => trimLog(recipe.cluster.log).catch(() => {}), 3_600_000).unref()
  const watching = (async () => {
    while (!ending.signal.aborted) {
      await server.exited
      if (ending.signal.aborted) return
      onChange(false)
      const next = await launchAgain(recipe, onChange, ending.signal)
      if (!next) return
      server = next
      if (!ending.signal.aborted) onChange(true)
    }
    await server.stop()
  })()
  return {
    async stop() {
      clearInterval(trimming)
      ending.abort()
      await server.stop()
      await watching
    },
  }
}

async function launchAgain(
  recipe: Recipe,
  onChange: OnChange,
  ending: AbortSignal,
): Promise<Server | undefined> {
  for (let pause = 100; !ending.aborted; pause = Math.min(5_000, pause * 2)) {
    await wait(pause, undefined, { signal: ending }).catch(() => {})
    if (ending.aborted) return
    try {
      await settleOrphans(recipe.cluster, recipe.binaries)
      return await launch(recipe)
    } catch (reason) {
      onChange(false, reason)
    }
  }
  return
}
