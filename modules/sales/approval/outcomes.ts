import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { enforceContract, reopenContract } from '../contracts/contracts.ts'
import { openQuote, returnQuote } from '../quotes/releasing.ts'
import { keepReceipt, voidReceipt } from '../receivables/receipts.ts'
import type { Approvable } from './steps.ts'

type Outcome = (scope: Scope, registry: Registry, id: string, comment: string) => Promise<void>

/** What becomes of a record once all have agreed, or somebody has sent it back. */
export const outcomes: Record<Approvable, Record<'approved' | 'returned', Outcome>> = {
  'sales.quote': { approved: openQuote, returned: returnQuote },
  'sales.contract': {
    approved: enforceContract,
    returned: (scope, registry, id, comment) =>
      reopenContract(scope, registry, id, 'returned', comment),
  },
  'sales.receipt': { approved: voidReceipt, returned: keepReceipt },
}
