import { setTimeout as wait } from 'node:timers/promises'
import type { Connections } from '../db/connection.ts'
import { connectionTo } from '../db/embedded.ts'
import type { Env } from '../env.ts'
import { type OpenServer, openServer, prepare } from '../start/database.ts'
import { openDataFolder } from '../start/folder.ts'
import { type Lock, lockFolder, whoHolds } from '../start/lock.ts'

/**
 * The database for one command of the command line: migrated, whether the product runs or not.
 * @returns release: to be called when the command is done
 */
export async function attachDatabase(
  env: Env,
): Promise<{ connections: Connections; applied: string[]; release(): Promise<void> }> {
  const { admin, name, stop } = await attachServer(env)
  try {
    return { ...(await prepare(admin, name)), release: stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * The PostgreSQL for one command, as it is: the external one, the one of the product that runs on
 * this data folder, or else one of our own for as long as the command takes.
 */
export async function attachServer(env: Env): Promise<OpenServer> {
  if (env.DATABASE_URL) return openServer(env, '')
  const folder = await openDataFolder(env.DATA_DIR)
  const holder = await whoHolds(folder)
  if (holder?.url && !holder.stopping) return besideProduct(folder)
  const lock = await lockFolder(folder)
  return openServer(env, folder).then(
    (server) => ({ ...server, stop: () => server.stop().finally(lock.release) }),
    (error) => abandon(lock, error),
  )
}

async function besideProduct(folder: string): Promise<OpenServer> {
  const deadline = Date.now() + 15_000
  for (;;) {
    try {
      const admin = await connectionTo(folder)
      return { admin, name: 'stepwise', stop: async () => {} }
    } catch (error) {
      // It may be just starting.
      if (Date.now() > deadline) throw error
      await wait(200)
    }
  }
}

async function abandon(lock: Lock, error: unknown): Promise<never> {
  await lock.release()
  throw error
}
