import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Env } from '../env.ts'
import { root } from '../root.ts'

/** The key of an install, and the name by which what it sealed is known. */
export type Key = { id: string; bytes: Buffer }

/**
 * The key in DATA_DIR, made when it is first asked for, readable by the product's user alone. Nodes
 * that share the folder share it; of two that make it at once, the first one's stays.
 * @throws Error when the file is there and holds no key
 */
export async function readKey(env: Pick<Env, 'DATA_DIR'>): Promise<Key> {
  const folder = resolve(root, env.DATA_DIR)
  const place = join(folder, 'secrets.key')
  await mkdir(folder, { recursive: true })
  const text = await readFile(place, 'utf8').catch(() => makeKey(place))
  const bytes = Buffer.from(text.trim(), 'hex')
  if (bytes.length !== 32)
    throw new Error(`${place} holds no key: put the file back from a backup.`)
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes }
}

/** Written aside and then linked, so that nobody finds half a key. */
async function makeKey(place: string): Promise<string> {
  const aside = `${place}.${randomUUID()}`
  const file = await open(aside, 'w', 0o600)
  try {
    await file.writeFile(randomBytes(32).toString('hex'))
    await file.sync()
  } finally {
    await file.close()
  }
  await link(aside, place).catch(ignorePresent)
  await rm(aside)
  return readFile(place, 'utf8')
}

const ignorePresent = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EEXIST') throw error
}
