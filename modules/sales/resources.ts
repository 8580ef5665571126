import type { Resource } from '../../core/api/resource.ts'
import { contractResource } from './resources/contracts.ts'
import { productResource } from './resources/products.ts'
import { quoteResource } from './resources/quotes.ts'
import { receiptResource } from './resources/receipts.ts'

/** What programs read and write of this module. */
export const paperResources: readonly Resource<'sales'>[] = [
  productResource,
  quoteResource,
  contractResource,
  receiptResource,
]
