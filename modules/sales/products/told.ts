import { type ChangedFields, sayChanges } from '../../../core/fields/changes.ts'
import type { TimelineKind } from '../../../core/module.ts'
import { productText } from './messages.ts'
import { productFields } from './product-fields.ts'

/** How what happens to products reads in their timelines. */
export const productTimeline: readonly TimelineKind<'sales'>[] = [
  {
    kind: 'sales.product.created',
    icon: 'plus',
    tell: ({ locale }) => productText(locale).told.created,
  },
  {
    kind: 'sales.product.changed',
    icon: 'pencil',
    tell: ({ locale }) => productText(locale).told.changed,
    changes: ({ locale }, { changed }) =>
      sayChanges(productFields, (changed ?? {}) as ChangedFields, locale),
  },
  {
    kind: 'sales.product.withdrawn',
    icon: 'archive',
    tell: ({ locale }) => productText(locale).told.withdrawn,
  },
  {
    kind: 'sales.product.resumed',
    icon: 'archive-restore',
    tell: ({ locale }) => productText(locale).told.resumed,
  },
]
