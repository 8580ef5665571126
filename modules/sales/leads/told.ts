import type { TimelineKind } from '../../../core/module.ts'
import { leadsText } from './messages.ts'

/** How what happens to leads alone reads in their timelines. */
export const leadTimeline: readonly TimelineKind<'sales'>[] = [
  {
    kind: 'sales.converted',
    icon: 'switch-horizontal',
    tell: ({ locale }) => leadsText(locale).deeds.converted,
  },
]
