import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartFailure } from '../../start/failure.ts'
import { type Binaries, stopByControl } from './binaries.ts'
import type { Cluster } from './cluster.ts'
import { as, childOptions, type Identity, untilWeDie } from './identity.ts'
import { trimLog } from './log.ts'

/** How to run PostgreSQL: its identity, and its settings by name. */
export type Recipe = {
  cluster: Cluster
  binaries: Binaries
  who: Identity
  settings: Record<string, string | number>
}

/** Starts PostgreSQL on a finished cluster and returns once it answers. */
export async function launch(recipe: Recipe): Promise<ChildProcess> {
  const { cluster, binaries, who } = recipe
  const settings = { ...recipe.settings, ...(await address(cluster)) }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command, all] = as(who, binaries.postgres, ['-D', cluster.data, ...args])
  const program = all.length > args.length + 2 ? [] : await untilWeDie()
  await trimLog(cluster.log)
  const log = await open(cluster.log, 'a', 0o600)
  // A session of its own: Ctrl-C at the terminal must not reach it before the requests are done.
  const options = { detached: true, stdio: ['ignore', log.fd, log.fd], ...childOptions(who) } as const
  const child = spawn(command, all, options)
  await log.close()
  await ready(child, cluster)
  return child
}
