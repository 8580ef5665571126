import type { TimelineKind } from '../../core/module.ts'
import { changesOf, recordTimeline } from '../../core/records/deeds.ts'
import { contractKind } from './contracts/kind.ts'
import { productsTimeline } from './deal-products/told.ts'
import { dealKind } from './deals/kind.ts'
import { dealTimeline, tellLinked } from './deals/told.ts'
import { leadKind } from './leads/kind.ts'
import { leadTimeline } from './leads/told.ts'
import { poolTimeline } from './pool/told.ts'

/** How what happens to the records of this module reads in their timelines. */
export const timeline: readonly TimelineKind<'sales'>[] = [
  ...recordTimeline('sales', changesOf([dealKind, leadKind, contractKind]), tellLinked),
  ...dealTimeline,
  ...productsTimeline,
  ...leadTimeline,
  ...poolTimeline,
]
