import { execFile } from 'node:child_process'
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { StartFailure } from '../../start/failure.ts'
import { type Binaries, stopByControl } from './binaries.ts'
import type { Cluster } from './cluster.ts'

const run = promisify(execFile)

type Process = { pid: number; parent: number }

/**
 * Stops a PostgreSQL that a killed start left behind on this data, and takes away what it would
 * trip over. The caller holds the data folder's lock, so whatever runs there belongs to nobody.
 *
 * The process table is asked, not postmaster.pid: after a power cut that file may name a process
 * which has long been something else. It goes only once nobody works in the folder.
 */
export async function settleOrphans(cluster: Cluster, binaries: Binaries): Promise<void> {
  const folder = await realpath(cluster.data).catch(() => cluster.data)
  if (process.platform === 'win32') await stopByControl(folder, binaries)
  else await stopAll(() => (process.platform === 'linux' ? inFolder : inLockFile)(folder), folder)
  const socket = join(cluster.sockets, '.s.PGSQL.5432')
  for (const file of [join(cluster.data, 'postmaster.pid'), socket, `${socket}.lock`])
    await rm(file, { force: true })
}

async function stopAll(find: () => Promise<Process[]>, folder: string): Promise<void> {
  for (const [signal, limit] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    const found = await find()
    // Only the first process understands SIGINT as "stop"; its children follow it.
    const first = found.filter(({ parent }) => !found.some(({ pid }) => pid === parent))
    for (const { pid } of signal === 'SIGINT' ? first : found) send(pid, signal)
    if (await gone(find, limit)) return
  }
  throw new StartFailure(
    `A PostgreSQL from an earlier start still uses ${folder} and does not stop: end its processes, then start again.`,
  )
}

async function gone(find: () => Promise<Process[]>, limit: number): Promise<boolean> {
  const deadline = Date.now() + limit
  while ((await find()).length > 0) {
    if (Date.now() > deadline) return false
    await wait(20)
  }
  return true
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended between being found and being told to.
  }
}

/** Every living process named postgres that works in that folder; a zombie has no folder any more. */
async function inFolder(folder: string): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(
    pids.map(async (pid) => {
      const place = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
      if (place !== folder) return []
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
      if (!/^Name:\s+postgres$/m.test(status)) return []
      return [{ pid: Number(pid), parent: Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1]) }]
    }),
  )
  return found.flat()
}

/** Where there is no /proc, the lock file names the process and `ps` tells whether it is still ours. */
async function inLockFile(folder: string): Promise<Process[]> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  if (!pid) return []
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'comm=']).catch(() => ({
    stdout: '',
  }))
  return stdout.includes('postgres') ? [{ pid, parent: 0 }] : []
}
