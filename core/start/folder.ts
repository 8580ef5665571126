import { access, mkdir, realpath, rm, statfs, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { root } from '../root.ts'
import { StartFailure } from './failure.ts'

const leastSpace = 200 * 1024 * 1024

/**
 * Makes the data folder, for its owner alone, and tries that it can be written.
 * @param dataDir as given in DATA_DIR, below the product's folder unless absolute
 * @returns its real path, so that two names of one folder count as one
 */
export async function openDataFolder(dataDir: string): Promise<string> {
  const folder = resolve(root, dataDir)
  const probe = join(folder, `.probe-${process.pid}`)
  try {
    await makeFolder(folder)
    await writeFile(probe, '')
    await rm(probe)
  } catch (error) {
    throw new StartFailure(
      `The data folder ${folder} cannot be written (${(error as Error).message}): give it to the user who starts Stepwise, make room, or set DATA_DIR to another folder.`,
    )
  }
  await requireSpace(folder)
  return realpath(folder)
}

/** Not mkdir's own `recursive`: where a file system says "no such file" for "forbidden", it never ends. */
async function makeFolder(folder: string): Promise<void> {
  if (await exists(folder)) return
  await makeFolder(dirname(folder))
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

async function requireSpace(folder: string): Promise<void> {
  const free = await freeSpace(folder)
  if (free < leastSpace)
    throw new StartFailure(
      `Only ${Math.floor(free / 1024 / 1024)} MB are free where ${folder} lies, and Stepwise needs 200 MB to start safely: make room, or set DATA_DIR to a folder on another disk.`,
    )
}

/** Bytes that can still be written in a folder by its user. */
export async function freeSpace(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
