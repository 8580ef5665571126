import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { areas } from '../../core/db/areas.ts'
import { type Connection, type Connections, openPool } from '../../core/db/connection.ts'
import { startPostgres } from '../../core/db/embedded.ts'
import { migrate } from '../../core/db/migrate.ts'
import { prepareDatabase } from '../../core/db/roles.ts'
import { root } from '../../core/root.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Who may copy the migrated database, and that database's own connections. */
    postgres: { admin: Connection; template: Connections }
  }
}

/** One PostgreSQL for a whole run, holding one migrated database for the test files to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await emptyFolder(join(root, 'node_modules/.cache'))
  const { connection, stop } = await startPostgres(folder, { durable: false, maxConnections: 100 })
  const template = await prepareDatabase(connection, 'template')
  await migrate(template.owner, areas)
  await closeToVisitors(connection, 'template')
  project.provide('postgres', { admin: connection, template })
  return async () => {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A folder of this run; those of runs that were killed go. */
async function emptyFolder(cache: string): Promise<string> {
  const prefix = 'test-postgres-'
  const folder = join(cache, `${prefix}${process.pid}`)
  await mkdir(cache, { recursive: true })
  for (const name of await readdir(cache))
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length))))
      await rm(join(cache, name), { recursive: true, force: true })
  await mkdir(folder, { mode: 0o700 })
  return folder
}

function isAlive(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A database with a visitor cannot be copied. */
async function closeToVisitors(admin: Connection, name: string): Promise<void> {
  const pool = openPool(admin, 1)
  await pool`alter database ${pool(name)} allow_connections false`
  await pool.end()
}
