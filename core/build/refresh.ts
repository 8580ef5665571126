import { createHash } from 'node:crypto'
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../root.ts'
import { dist, writeWhole } from './files.ts'

/** What a build read and wrote: paths below the root, and below dist/. */
export type Made = { inputs: string[]; outputs: string[] }

export type Part = { name: string; make: () => Promise<Made> }

type Record = Made & { hash: string }

const notes = join(dist, 'built.json')

/**
 * Makes again each part of which an input has changed or an output is gone. A file that is new is
 * noticed by the change in the one that imports it.
 */
export async function refresh(parts: Part[]): Promise<void> {
  const text = await readFile(notes, 'utf8').catch(() => '{}')
  const before = JSON.parse(text) as { [part: string]: Record }
  const after = await Promise.all(
    parts.map(async ({ name, make }) => {
      const known = before[name]
      if (known && (await isFresh(known))) return [name, known] as const
      const made = await make()
      const inputs = [...made.inputs, 'package-lock.json', 'core/build.ts'].sort()
      return [name, { ...made, inputs, hash: await hashOf(inputs) }] as const
    }),
  )
  const now = JSON.stringify(Object.fromEntries(after))
  if (now !== text) await writeWhole(notes, now)
}

async function isFresh({ inputs, outputs, hash }: Record): Promise<boolean> {
  const present = await Promise.allSettled(outputs.map((name) => access(join(dist, name))))
  if (present.some(({ status }) => status === 'rejected')) return false
  return (await hashOf(inputs)) === hash
}

async function hashOf(inputs: string[]): Promise<string> {
  const contents = await Promise.all(
    inputs.map((path) => readFile(join(root, path)).catch(() => Buffer.from('gone'))),
  )
  const hash = createHash('sha256')
  inputs.forEach((path, index) => {
    hash.update(`${path}\0${contents[index]?.length}\0`).update(contents[index] ?? '')
  })
  return hash.digest('hex')
}
