import type { TimelineKind } from '../../../core/module.ts'
import { contractTimeline } from '../contracts/told.ts'
import { productTimeline } from '../products/told.ts'
import { quoteTimeline } from '../quotes/told.ts'
import { receiptTimeline } from '../receivables/told.ts'

/** How what happens to papers reads in their timelines. */
export const paperTimeline: readonly TimelineKind<'sales'>[] = [
  ...productTimeline,
  ...quoteTimeline,
  ...contractTimeline,
  ...receiptTimeline,
]
