import type { TimelineKind } from '../../../core/module.ts'
import { receivableText } from './messages.ts'

/** How what happens to receipts reads in their timelines. */
export const receiptTimeline: readonly TimelineKind<'sales'>[] = [
  {
    kind: 'sales.receipt.created',
    icon: 'cash',
    tell: ({ locale }) => receivableText(locale).told.created,
  },
  {
    kind: 'sales.receipt.changed',
    icon: 'pencil',
    tell: ({ locale }) => receivableText(locale).told.changed,
  },
  {
    kind: 'sales.receipt.void-asked',
    icon: 'send',
    tell: ({ locale }) => receivableText(locale).told.voidAsked,
  },
  {
    kind: 'sales.receipt.voided',
    icon: 'ban',
    tell: ({ locale }) => receivableText(locale).told.voided,
  },
  {
    kind: 'sales.receipt.kept',
    icon: 'arrow-back-up',
    tell: ({ locale }) => receivableText(locale).told.kept,
  },
]
