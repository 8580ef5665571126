import { copyFile, readFile, stat, truncate } from 'node:fs/promises'

const limit = 1024 * 1024

/** Keeps PostgreSQL's log and one older one, of some 1 MiB each; works while PostgreSQL writes. */
export async function trimLog(log: string): Promise<void> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  )
  if (size < limit) return
  await copyFile(log, `${log}.1`)
  await truncate(log)
}

/** What PostgreSQL last called fatal, without the time in front. */
export async function lastComplaint(log: string): Promise<string> {
  const lines = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n')
  const fatal = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? ''
  return fatal.replace(/^.*?(FATAL|PANIC):\s*/, '')
}
