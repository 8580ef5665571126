/** As many bits as tell a million keys apart but for one in eight. */
const bits = 2 ** 23

/**
 * Which keys come up more than once, in little memory whatever their number: it may take one that
 * comes up once for one that comes again, never the other way.
 */
export class Repeats {
  readonly #once = new Uint8Array(bits / 8)
  readonly #again = new Uint8Array(bits / 8)

  note(key: string): void {
    const [at, bit] = placeOf(key)
    const noted = this.#isSet(this.#once, at, bit) ? this.#again : this.#once
    noted[at] = (noted[at] ?? 0) | bit
  }

  has(key: string): boolean {
    const [at, bit] = placeOf(key)
    return this.#isSet(this.#again, at, bit)
  }

  #isSet = (noted: Uint8Array, at: number, bit: number): boolean => ((noted[at] ?? 0) & bit) !== 0
}

/** FNV-1a. */
function placeOf(key: string): [at: number, bit: number] {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++)
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193) >>> 0
  const place = ((hash ^ (hash >>> 16)) >>> 0) % bits
  return [place >>> 3, 1 << (place & 7)]
}
