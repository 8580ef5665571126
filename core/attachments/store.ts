import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import type { Env } from '../env.ts'
import { root } from '../root.ts'

/** A file that its row still promises is not there: the disk was changed behind the product. */
export class FileLost extends Error {}

const folderOf = (env: Pick<Env, 'DATA_DIR'>, company: string): string =>
  join(resolve(root, env.DATA_DIR), 'files', company)

/** Where the bytes lie; both names are UUIDs of ours, so no path can be smuggled in. */
const placeOf = (env: Pick<Env, 'DATA_DIR'>, company: string, storedAs: string): string =>
  join(folderOf(env, company), storedAs.slice(-2), storedAs)

/** Writes a file so that it is on disk, whole, before this returns. */
export async function storeFile(
  env: Pick<Env, 'DATA_DIR'>,
  company: string,
  storedAs: string,
  bytes: Uint8Array,
): Promise<void> {
  const place = placeOf(env, company, storedAs)
  await mkdir(join(place, '..'), { recursive: true, mode: 0o700 })
  const unfinished = `${place}.part`
  const file = await open(unfinished, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(unfinished, place)
}

/** The bytes as a stream. @throws FileLost when they are not there */
export async function openFile(
  env: Pick<Env, 'DATA_DIR'>,
  company: string,
  storedAs: string,
): Promise<ReadableStream> {
  const place = placeOf(env, company, storedAs)
  await stat(place).catch(() => {
    throw new FileLost(`The file ${storedAs} of company ${company} is missing in DATA_DIR/files.`)
  })
  return Readable.toWeb(createReadStream(place)) as ReadableStream
}

/** The names of stored files that have lain there for so many milliseconds. */
export async function filesOlderThan(
  env: Pick<Env, 'DATA_DIR'>,
  company: string,
  age: number,
): Promise<string[]> {
  const folder = folderOf(env, company)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const old = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ name, parentPath }) => {
        const { mtimeMs } = await stat(join(parentPath, name))
        return Date.now() - mtimeMs > age ? [name] : []
      }),
  )
  return old.flat()
}

export const dropFile = (
  env: Pick<Env, 'DATA_DIR'>,
  company: string,
  storedAs: string,
): Promise<void> => rm(placeOf(env, company, storedAs), { force: true })
