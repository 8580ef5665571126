import { modules } from '../../modules/index.ts'
import { openApp } from '../app.tsx'
import type { Connections } from '../db/connection.ts'
import type { Env } from '../env.ts'
import { inThread } from '../transfer/aside/in-thread.ts'
import { openFront } from './front.ts'

/** How long requests under way may still take when the product stops, in milliseconds. */
export const patience = 15_000

/** A process that serves: it listens at once, and answers once it is given a database. */
export type Serving = {
  url: string
  /** opens the product and serves it; called again after `pause` it just serves again */
  serve(connections: Connections): Promise<void>
  /** answers 503 while the database is away */
  pause(): void
  /** the address of the first-run page, while there is no company yet */
  setupLink(): Promise<string | undefined>
  /** lets the requests under way finish, then closes the product */
  close(): Promise<void>
}

export async function openServing(env: Env): Promise<Serving> {
  const front = await openFront(env)
  let opening: ReturnType<typeof openApp> | undefined
  return {
    url: front.url,
    async serve(connections) {
      const fileWork = inThread(connections.app)
      opening ??= openApp({ ...env, PORT: front.port }, connections, modules, { fileWork })
      const app = await opening
      front.serve(app.fetch)
    },
    pause: front.pause,
    setupLink: async () => (await opening)?.setupLink(),
    async close() {
      const app = await opening?.catch(() => undefined)
      app?.hush()
      await front.close(patience)
      await app?.close()
    },
  }
}
