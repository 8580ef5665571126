import { readFile } from 'node:fs/promises'
import { StartFailure } from '../start/failure.ts'
import type { Connection } from './connection.ts'
import { findBinaries } from './embedded/binaries.ts'
import { type Cluster, clusterIn, superuser } from './embedded/cluster.ts'
import { ensureCluster } from './embedded/create.ts'
import { chooseIdentity } from './embedded/identity.ts'
import { settleOrphans } from './embedded/orphan.ts'
import { settleOwnership } from './embedded/ownership.ts'
import { readLock } from './embedded/server.ts'
import { keepRunning, type OnChange } from './embedded/supervise.ts'

export type EmbeddedOptions = {
  /** false: a power cut may cost data; for tests */
  durable?: boolean
  maxConnections?: number
  onChange?: OnChange
}

/** A running embedded PostgreSQL and its superuser's connection. */
export type Embedded = { connection: Connection; stop(): Promise<void> }

/**
 * Starts the PostgreSQL that npm brought along on `dataDir`, creating the database the first time,
 * and keeps it running: when it dies it is started again, and `onChange` is told.
 * @param dataDir an existing folder whose lock the caller holds
 * @throws StartFailure in words for the person who starts the product
 */
export async function startPostgres(
  dataDir: string,
  { durable = true, maxConnections = 60, onChange = () => {} }: EmbeddedOptions = {},
): Promise<Embedded> {
  const cluster = await clusterIn(dataDir)
  const binaries = await findBinaries()
  await settleOrphans(cluster, binaries)
  const who = await chooseIdentity(cluster, binaries)
  await settleOwnership(cluster, who)
  await ensureCluster(cluster, who, binaries, durable)
  const settings = { ...always, ...(durable ? {} : careless), max_connections: maxConnections }
  const server = await keepRunning({ cluster, binaries, who, settings }, onChange)
  return { connection: await superuserOf(cluster), stop: server.stop }
}

/** The superuser's connection to the PostgreSQL that another process runs on `dataDir`. */
export async function connectionTo(dataDir: string): Promise<Connection> {
  return superuserOf(await clusterIn(dataDir))
}

async function superuserOf(cluster: Cluster): Promise<Connection> {
  const { host, port, status } = await readLock(cluster)
  if (status !== 'ready')
    throw new StartFailure(
      `The database in ${cluster.home} is just starting or stopping: try again in a moment.`,
    )
  const password = await readFile(cluster.passwordFile, 'utf8').catch(() => {
    throw new StartFailure(
      `${cluster.passwordFile} cannot be read, and without it nobody gets into the database beside it: put the file back from a backup, or start as the user it belongs to.`,
    )
  })
  return { host, port, database: 'postgres', username: superuser, password }
}

/** The log keeps no statements and no values: they are customers' data. */
const always = {
  shared_buffers: '128MB',
  jit: 'off',
  random_page_cost: 1.1,
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
