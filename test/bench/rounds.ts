import { latencyOf, manyUsers, oneUser, type Side } from './block.ts'
import { median, percentile, spread } from './statistics.ts'

/** A thing people do, on the floor and in the product. */
export type Pair = { name: string; floor: Side; product: Side; crowd?: boolean }

/** Figures of one round of one pair: p50 in milliseconds, and how often eight did it per second. */
type Round = { floor: number; product: number; ratio: number }

/** `ratio` is the median over all rounds, ± half of what it varied by. */
export type Compared = { floor: number; product: number; ratio: number; spread: number }

export type Outcome = {
  name: string
  p50: Compared
  /** of all rounds together, product alone, milliseconds */
  p99: number
  floorP99: number
  crowd?: Compared
}

const crowdSize = 8

/**
 * Measures floor and product turn by turn, because a machine's own speed drifts by up to 2x within
 * an hour: only what was measured in the same moment can be compared.
 */
export async function compare(
  pair: Pair,
  { rounds, times, ms }: { rounds: number; times: number; ms: number },
): Promise<Outcome> {
  const singles: Round[] = []
  const crowds: Round[] = []
  const all = { floor: [] as number[], product: [] as number[] }
  // A server is measured as it is after a while of service, when its code is compiled.
  for (const side of [pair.floor, pair.product]) await oneUser(side, Math.max(200, times * 3))
  for (let round = 0; round < rounds; round++) {
    const floor = await oneUser(pair.floor, times)
    const product = await oneUser(pair.product, times)
    all.floor.push(...floor)
    all.product.push(...product)
    singles.push(roundOf(latencyOf(floor).p50, latencyOf(product).p50))
    if (pair.crowd)
      crowds.push(
        roundOf(
          await manyUsers(pair.floor, crowdSize, ms),
          await manyUsers(pair.product, crowdSize, ms),
        ),
      )
  }
  return {
    name: pair.name,
    p50: summary(singles),
    p99: percentile(all.product, 0.99),
    floorP99: percentile(all.floor, 0.99),
    ...(pair.crowd && { crowd: summary(crowds) }),
  }
}

const roundOf = (floor: number, product: number): Round => ({
  floor,
  product,
  ratio: product / floor,
})

const summary = (rounds: readonly Round[]): Compared => ({
  floor: median(rounds.map(({ floor }) => floor)),
  product: median(rounds.map(({ product }) => product)),
  ratio: median(rounds.map(({ ratio }) => ratio)),
  spread: spread(rounds.map(({ ratio }) => ratio)),
})
