/** Writes anchors.json, the registry of what tours can point at: run it after adding a `data-tour` id. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../../core/root.ts'
import { scanAnchors } from './anchors.ts'

const anchors = scanAnchors(root)
await writeFile(join(import.meta.dirname, 'anchors.json'), `${JSON.stringify(anchors, null, 2)}\n`)
