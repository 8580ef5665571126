import { randomUUID } from 'node:crypto'
import { asOperator } from '../access/operator.ts'
import type { Module, Seed } from '../module.ts'
import type { Product } from '../product.ts'
import { seeded } from './random.ts'

/** Records per transaction: as many as pay for its round trips, as few as keep memory flat. */
const batch = 1_000

/** Everything the modules can make, by the name the command line has for it. */
export const seedsOf = (modules: readonly Module[]): ReadonlyMap<string, Seed> =>
  new Map(modules.flatMap((module) => (module.seeds ?? []).map((seed) => [seed.key, seed])))

/**
 * Makes `count` plausible records in a company, in batches of one transaction each. The same
 * number makes the same records in companies with the same people.
 * @param company its id
 * @param randomSeed any whole number
 */
export async function fill(
  product: Pick<Product, 'pool' | 'registry'>,
  company: string,
  seed: Seed,
  count: number,
  randomSeed: number,
): Promise<void> {
  const random = seeded(randomSeed)
  const requestId = randomUUID()
  for (let made = 0; made < count; made += batch)
    await asOperator(product, company, requestId, (scope) =>
      seed.make(scope, Math.min(batch, count - made), random),
    )
}
