import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../../core/root.ts'

/** A server in a process of its own; `ms` is how long it took until it said that it is ready. */
export type Program = { url: string; ms: number; stop(): Promise<void> }

const patience = 60_000

/**
 * Starts a server and waits for its line "… ready at http://…". Its output goes to a file, as it
 * would in service: a pipe would have us read its log while we measure.
 * @param args for this Node
 * @param log path of the file, written anew
 */
export async function startProgram(
  args: readonly string[],
  env: Record<string, string>,
  log: string,
): Promise<Program> {
  const file = await open(log, 'w')
  const start = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, npm_lifecycle_event: '', ...env },
    stdio: ['ignore', file.fd, file.fd],
  })
  await file.close()
  const exited = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
  }
  for (;;) {
    const said = await readFile(log, 'utf8')
    const url = /ready at (http:\S+)/.exec(said)?.[1]
    if (url) return { url, ms: performance.now() - start, stop }
    if (child.exitCode !== null || performance.now() - start > patience) {
      child.kill('SIGKILL')
      throw new Error(`node ${args.join(' ')} did not start; it said: ${said.slice(-2_000)}`)
    }
    await wait(5)
  }
}
