import type { Seed } from '../../core/module.ts'
import { seedDeals } from './deals/seeding.ts'
import { leadSeed } from './leads/seeds.ts'
import { paperSeeds } from './papers/seeding.ts'
import { poolSeed } from './pool/seeds.ts'
import { targetSeed } from './targets/seeding.ts'

/** What the command line and the benchmark can fill a company with; deals are with its accounts. */
export const seeds: readonly Seed[] = [
  { key: 'deals', make: seedDeals },
  leadSeed,
  poolSeed,
  ...paperSeeds,
  targetSeed,
]
