import type { TimelineKind } from '../../core/module.ts'
import { articleTimeline } from './articles/told.ts'
import { clockTimeline } from './clocks/told.ts'
import { causeLine } from './complaints/told.ts'
import { dataRequestLine } from './data-requests/told.ts'
import { mergedLine } from './linking/told.ts'
import { macroLine } from './macros/told.ts'
import { ratingLine } from './ratings/told.ts'
import { ticketTimeline } from './tickets/told.ts'

/** How what happens to the records of this module reads in their timelines. */
export const timeline: readonly TimelineKind<'service'>[] = [
  ...ticketTimeline,
  mergedLine,
  ...articleTimeline,
  ...clockTimeline,
  macroLine,
  causeLine,
  dataRequestLine,
  ratingLine,
]
