import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartFailure } from '../../start/failure.ts'
import { type Binaries, stopByControl } from './binaries.ts'
import type { Cluster } from './cluster.ts'
import { as, childOptions, type Identity, untilWeDie } from './identity.ts'
import { lastComplaint, trimLog } from './log.ts'

/** All it takes to run PostgreSQL: where, which, as whom, and its settings by name. */
export type Recipe = {
  cluster: Cluster
  binaries: Binaries
  who: Identity
  settings: Record<string, string | number>
}

/** A running PostgreSQL; `exited` fulfils when it ends, whoever ended it. */
export type Server = { exited: Promise<unknown>; stop(): Promise<void> }

/** Starts PostgreSQL on a finished cluster and returns once it takes connections. */
export async function launch({ cluster, binaries, who, settings }: Recipe): Promise<Server> {
  const all = { ...settings, ...(await address(cluster)) }
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const words = [...(await untilWeDie()), binaries.postgres, '-D', cluster.data, ...flags]
  const [command, args] = as(who, words)
  await trimLog(cluster.log)
  const log = await open(cluster.log, 'a', 0o600)
  // A session of its own: Ctrl-C at the terminal must reach it only after the last request.
  const child = spawn(command, args, {
    ...childOptions(who),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  const exited = once(child, 'exit').catch(() => {})
  await once(child, 'spawn').finally(() => log.close())
  await ready(child, cluster)
  return { exited, stop: () => stop(child, exited, cluster, binaries) }
}

async function address({ sockets }: Cluster): Promise<Record<string, string | number>> {
  if (process.platform === 'win32')
    return { listen_addresses: '127.0.0.1', port: await freePort(), unix_socket_directories: '' }
  return {
    listen_addresses: '',
    port: 5432,
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const place = server.address()
  server.close()
  return typeof place === 'object' && place ? place.port : 0
}

/** There is no deadline: after a power cut PostgreSQL may have much to recover. */
async function ready(child: ChildProcess, cluster: Cluster): Promise<void> {
  for (;;) {
    const lock = await readLock(cluster)
    if (lock.pid === child.pid && lock.status === 'ready') return
    if (child.exitCode !== null || child.signalCode !== null)
      throw new StartFailure(
        `The database in ${cluster.home} did not start (${await lastComplaint(cluster.log)}): mend that, then start again; ${cluster.log} says more.`,
      )
    await wait(5)
  }
}

/** What a running PostgreSQL writes into postmaster.pid; the fields of a missing file are empty. */
export async function readLock(cluster: Cluster) {
  const text = await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, folder, host, , status] = text.split('\n').map((line) => line.trim())
  return { pid: Number(pid), port: Number(port), host: folder || host || '', status }
}

async function stop(
  child: ChildProcess,
  exited: Promise<unknown>,
  cluster: Cluster,
  binaries: Binaries,
): Promise<void> {
  if (process.platform === 'win32') await stopByControl(cluster.data, binaries)
  else child.kill('SIGINT')
  // Safe at any moment: what was acknowledged is in the write-ahead log.
  const impatience = setTimeout(() => child.kill('SIGQUIT'), 60_000)
  await exited
  clearTimeout(impatience)
}
