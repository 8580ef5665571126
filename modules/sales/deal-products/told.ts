import type { TimelineKind } from '../../../core/module.ts'
import { changesOf } from '../../../core/records/deeds.ts'
import { dealKind } from '../deals/kind.ts'
import { productsText } from './messages.ts'

/** How a change of what a deal is about reads in its timeline. */
export const productsTimeline: readonly TimelineKind<'sales'>[] = [
  {
    kind: 'sales.products-changed',
    icon: 'package',
    tell: ({ locale }, { products }) => {
      const t = productsText(locale).deeds
      return Array.isArray(products) && products.length > 0 ? t.changed : t.removed
    },
    text: ({ products }) =>
      Array.isArray(products) && products.length > 0 ? products.join('\n') : undefined,
    changes: changesOf([dealKind]),
  },
]
