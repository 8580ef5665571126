import type { Seed } from '../../core/module.ts'
import { articleSeed } from './articles/seeds.ts'
import { macroSeed } from './macros/seeds.ts'
import { mailboxSeed } from './mailboxes/seeds.ts'
import { pastWeekSeed } from './past-weeks/seeds.ts'
import { policySeed } from './policies/seeds.ts'
import { portalSeed } from './portal/seeds.ts'
import { ratingSeed } from './ratings/seeds.ts'
import { ticketSeed } from './tickets/seeds.ts'
import { installedSeed } from './warranties/seeds.ts'

/** What the command line and the benchmark can fill a company with. */
export const seeds: readonly Seed[] = [
  ticketSeed,
  mailboxSeed,
  articleSeed,
  portalSeed,
  policySeed,
  macroSeed,
  ratingSeed,
  pastWeekSeed,
  installedSeed,
]
