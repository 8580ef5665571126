import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { root } from '../../core/root.ts'
import { whoHolds } from '../../core/start/lock.ts'

/** The product as a person starts it: launcher, server, PostgreSQL; nothing of it survives the test. */
export type Running = {
  url: string
  folder: string
  launcher: ChildProcess
  /** fulfils with the launcher's exit code */
  exited: Promise<number | null>
  /** everything printed so far */
  said(): string
  serverPid(): Promise<number>
  postgresPid(): Promise<number>
}

type Settings = { folder?: string; env?: Record<string, string> }

/** A data folder that goes with the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stepwise-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Runs the launcher without waiting for anything. */
export function launch(command: string[], { folder = newFolder(), env = {} }: Settings = {}) {
  // Not our whole environment: the test runner puts names of its own there, BASE_URL for one.
  const { PATH, HOME } = process.env
  const launcher = spawn(process.execPath, ['core/run.cjs', ...command], {
    cwd: root,
    env: { PATH, HOME, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', ...env },
  })
  let text = ''
  for (const stream of [launcher.stdout, launcher.stderr])
    stream.on('data', (piece) => {
      text += piece
    })
  const exited = once(launcher, 'close').then(([code]) => code as number | null)
  onTestFinished(async () => {
    if (launcher.exitCode !== null) return
    const holder = await whoHolds(folder)
    launcher.kill('SIGKILL')
    // Work under way may ask the database for thirty seconds before it gives up.
    const isGone = () => whoHolds(folder).then((who) => who?.pid !== holder?.pid)
    if (holder) await until(isGone, () => `${folder} is still held`, 60_000)
  })
  return { launcher, folder, exited, said: () => text }
}

/** Starts the product and waits until it says that it is ready. */
export async function startProduct(settings: Settings = {}): Promise<Running> {
  const started = launch(['start'], settings)
  const { folder, said } = started
  const address = () => /ready at (\S+)/.exec(said())?.[1]
  await until(address, () => `The product did not start: ${said()}`, 60_000)
  return {
    ...started,
    url: address() ?? '',
    serverPid: async () => (await whoHolds(folder))?.pid ?? 0,
    postgresPid: async () =>
      Number((await readFile(join(folder, 'pg18/postmaster.pid'), 'utf8')).split('\n')[0]),
  }
}

/** Asks again and again until the answer is true; after `limit` ms the test fails with what `why` says. */
export async function until<T>(
  question: () => T | Promise<T>,
  why = () => `This did not come true in time: ${question}`,
  limit = 20_000,
): Promise<T> {
  const deadline = Date.now() + limit
  for (;;) {
    const answer = await question()
    if (answer) return answer
    if (Date.now() > deadline) throw new Error(why())
    await wait(25)
  }
}

/** Whether a process is there; one that ended but was not reaped yet counts as gone. */
export async function isRunning(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => 'State:\tX')
  return !/^State:\s+[XZ]/m.test(status)
}
