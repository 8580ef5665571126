import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { StartFailure } from './failure.ts'

/**
 * Who works on a data folder: its process, where it serves (nowhere, for a command of the command
 * line), and whether it is about to end.
 */
export type Holder = { pid: number; url: string | undefined; stopping: boolean }

export type Lock = {
  /** what others are told from now on */
  tell(news: Partial<Holder>): void
  release(): Promise<void>
}

/**
 * Takes the data folder for this process. The lock is a socket that only one can listen on and that
 * vanishes with the process, however it ends; whoever comes second asks it who holds the folder.
 * Waits some seconds for a holder that is stopping, or a command that will be done.
 * @param folder the real path of the data folder
 * @throws StartFailure when the folder is in use
 */
export async function lockFolder(folder: string, url?: string): Promise<Lock> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const lock = await tryLock(folder, url)
    if (lock) return lock
    const holder = await whoHolds(folder)
    if (holder?.url && !holder.stopping)
      throw new StartFailure(
        `Already running on ${folder} (process ${holder.pid}, ${holder.url}): use that one, stop it first, or set DATA_DIR to another folder.`,
      )
    if (Date.now() > deadline)
      throw new StartFailure(
        `${holder ? `Process ${holder.pid}` : 'A process that does not answer'} is at work on ${folder}: wait until it is done or end it, or set DATA_DIR to another folder.`,
      )
    if (!holder) await removeDeadSocket(folder)
    await wait(100)
  }
}

async function tryLock(folder: string, url: string | undefined): Promise<Lock | undefined> {
  const holder: Holder = { pid: process.pid, url, stopping: false }
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.end(JSON.stringify(holder))
  })
  if (!(await listens(server, addressOf(folder)))) return
  server.unref()
  return {
    tell: (news) => Object.assign(holder, news),
    async release() {
      server.close()
      await once(server, 'close')
    },
  }
}

async function listens(server: Server, address: string): Promise<boolean> {
  server.listen(address)
  try {
    await once(server, 'listening')
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false
    throw error
  }
}

/** Who holds the folder, or undefined when nobody does or it does not answer within a second. */
export async function whoHolds(folder: string): Promise<Holder | undefined> {
  const socket = connect(addressOf(folder))
  socket.setTimeout(1_000, () => socket.destroy())
  try {
    return JSON.parse(await text(socket)) as Holder
  } catch {
    return undefined
  } finally {
    socket.destroy()
  }
}

/** Linux has names that are no files and Windows pipes; elsewhere it is a file, which can outlive its maker. */
function addressOf(folder: string): string {
  const name = `stepwise-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`
  if (process.platform === 'linux') return `\0${name}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return join(tmpdir(), `${name}.lock`)
}

async function removeDeadSocket(folder: string): Promise<void> {
  const address = addressOf(folder)
  if (process.platform !== 'linux' && process.platform !== 'win32')
    await rm(address, { force: true })
}
