/**
 * Writes anchors.json, the registry of what tours can point at: run it after adding a `data-tour` id.
 * It forgets no id that was public: what became of one that is gone has to stand in
 * renamed-anchors.json first, for tours of companies may point at it.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../../core/root.ts'
import { lostAnchors, scanAnchors } from './anchors.ts'

const read = async (name: string) =>
  JSON.parse(await readFile(join(import.meta.dirname, name), 'utf8'))
const found = scanAnchors(root)
const lost = lostAnchors(await read('anchors.json'), found, await read('renamed-anchors.json'))
if (lost.length > 0)
  throw new Error(
    `The source has no ${lost.join(', ')} any more; say in modules/training/tours/renamed-anchors.json what each is called now ("is": null when it is gone).`,
  )
await writeFile(join(import.meta.dirname, 'anchors.json'), `${JSON.stringify(found, null, 2)}\n`)
