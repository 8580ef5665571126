import { areas } from '../db/areas.ts'
import { type Connection, type Connections, connectionFrom, openPool } from '../db/connection.ts'
import type { OnChange } from '../db/embedded/supervise.ts'
import { startPostgres } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { prepareDatabase } from '../db/roles.ts'
import type { Env } from '../env.ts'
import { StartFailure } from './failure.ts'

/** A database that is there, up to date and ready to serve. */
export type OpenDatabase = { connections: Connections; stop(): Promise<void> }

/** The PostgreSQL behind the product: somebody who may create roles there, and our database's name. */
export type OpenServer = { admin: Connection; name: string; stop(): Promise<void> }

const oldest = 15

/**
 * Opens the database the environment asks for, with its roles, and migrates it.
 * @param folder the data folder, locked by the caller
 */
export async function openDatabase(
  env: Env,
  folder: string,
  onChange: OnChange,
): Promise<OpenDatabase> {
  const { admin, name, stop } = await openServer(env, folder, onChange)
  try {
    const { connections } = await prepare(admin, name)
    return { connections, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Starts the embedded PostgreSQL, or makes sure of the external one; changes nothing in it. */
export async function openServer(
  env: Env,
  folder: string,
  onChange?: OnChange,
): Promise<OpenServer> {
  if (env.DATABASE_URL) return { ...(await externalServer(env.DATABASE_URL)), stop: async () => {} }
  const maxConnections = Math.max(60, 20 * (env.WEB_CONCURRENCY + 1))
  const { connection, stop } = await startPostgres(folder, { maxConnections, onChange })
  return { admin: connection, name: 'stepwise', stop }
}

/** Makes roles and tables what this release needs. @returns also the migrations applied now */
export async function prepare(admin: Connection, name: string) {
  const connections = await prepareDatabase(admin, name)
  return { connections, applied: await migrate(connections.owner, areas) }
}

/**
 * Asks an external PostgreSQL whether it is there and new enough.
 * @throws StartFailure when it is not
 */
async function externalServer(url: string): Promise<{ admin: Connection; name: string }> {
  const admin = connectionFrom(url)
  const place = `${admin.host}:${admin.port}`
  const pool = openPool(admin, 1)
  try {
    const [row] = await pool<{ version: string; number: number }[]>`
      select current_setting('server_version') as version,
        current_setting('server_version_num')::int as number`
    if (row && row.number >= oldest * 10_000) return { admin, name: admin.database }
    throw new StartFailure(
      `The PostgreSQL at ${place} is version ${row?.version}, and Stepwise needs ${oldest} or newer: upgrade it, or point DATABASE_URL at another.`,
    )
  } catch (error) {
    if (error instanceof StartFailure) throw error
    const { message, code } = error as NodeJS.ErrnoException
    throw new StartFailure(
      `The database at ${place} cannot be used (${message || code}): check DATABASE_URL and that the server runs, or leave DATABASE_URL out to use the embedded one.`,
    )
  } finally {
    await pool.end({ timeout: 1 })
  }
}
