import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { type Import, importKind } from '../transfer/imports.ts'
import { openRejects } from '../transfer/rejects-file.ts'

/**
 * Writes the rejected rows with their reasons beside the file they came from, or, where that cannot
 * be written, into the folder where the person stands.
 * @returns the path of the new file, or null when nothing was rejected
 */
export async function saveRejects(
  registry: Registry,
  scope: Scope,
  found: Import,
  file: string,
  folder: string,
): Promise<string | null> {
  if (found.rejected === 0) return null
  const transfer = importKind(registry, scope, found.kind)
  const { ending, bytes } = await openRejects(scope, transfer, found)
  const name = `${basename(file, extname(file))}.rejected.${ending}`
  const beside = join(dirname(file), name)
  const path = (await canWrite(beside)) ? beside : join(folder, name)
  await pipeline(Readable.from(bytes), createWriteStream(path))
  return path
}

async function canWrite(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'w')
    await file.close()
    return true
  } catch {
    return false
  }
}
