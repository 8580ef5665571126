import { createHash, randomFillSync, randomInt } from 'node:crypto'
import { v7, validate } from 'uuid'

/** Random bytes fetched for many ids at once: one id at a time took longer than all else about it. */
const random = new Uint8Array(16 * 256)
let used = random.length

function sixteenBytes(): Uint8Array {
  if (used === random.length) {
    randomFillSync(random)
    used = 0
  }
  used += 16
  return random.subarray(used - 16, used)
}

let [latest, count] = [0, 0]

/** A new record id: a UUIDv7, so ids made later sort later and indexes grow at their end. */
export function newId(): string {
  const now = Date.now()
  count = now > latest ? randomInt(2 ** 30) : count + 1
  latest = Math.max(now, latest)
  return v7({ msecs: latest, seq: count, random: sixteenBytes() })
}

/** An id for what happened earlier, so that it sorts where it belongs. */
export const newIdAt = (at: Date): string => v7({ msecs: at.getTime() })

/** Whether a text from outside has the form of an id at all; anything else is simply not found. */
export const isId = (text: string): boolean => validate(text)

/**
 * The id of something every company begins with: the same each time, so that pages can show it
 * before anything is stored. It has the form of a UUID of version 8.
 */
export function usualId({ company }: { company: { id: string } }, what: string): string {
  const hash = createHash('sha256').update(`${company.id}:${what}`).digest('hex')
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`]
    .concat(hash.slice(20, 32))
    .join('-')
}
