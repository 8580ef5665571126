/** Random numbers that are the same again for the same seed. */
export type Random = {
  /** A whole number from 0 up to, not including, `below`. */
  below: (below: number) => number
  /** One of several; the list must not be empty. */
  pick: <T>(from: readonly T[]) => T
  /** True in `share` of all cases, 0 to 1. */
  chance: (share: number) => boolean
}

/** mulberry32: small, fast, and good enough for names; never for secrets. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    pick: (from) => from[below(from.length)] as (typeof from)[number],
    chance: (share) => next() < share,
  }
}
