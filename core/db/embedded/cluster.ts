import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The release of PostgreSQL that comes with the packages; data of another one are refused. */
export const major = 18

export const superuser = 'stepwise'

/** Where the embedded database keeps its things; all paths are absolute. */
export type Cluster = {
  /** the data folder of the product */
  home: string
  /** PostgreSQL's own folder */
  data: string
  /** the folder of its Unix socket, readable by its user alone */
  sockets: string
  /** holds the superuser's password, readable by the product's user alone */
  passwordFile: string
  log: string
}

/** The places of the embedded database in a data folder, which must exist. */
export async function clusterIn(dataDir: string): Promise<Cluster> {
  const home = await realpath(dataDir)
  return {
    home,
    data: join(home, `pg${major}`),
    sockets: socketFolder(home),
    passwordFile: join(home, `pg${major}.password`),
    log: join(home, 'postgres.log'),
  }
}

/**
 * A socket's path may have 107 bytes at most, and PostgreSQL and its client both read a comma as
 * the start of another folder, so such a data folder gets its socket in the system's own.
 */
function socketFolder(home: string): string {
  const near = join(home, 'run')
  if (Buffer.byteLength(near) <= 85 && !/[,"]/.test(near)) return near
  return join(tmpdir(), `stepwise-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`)
}
