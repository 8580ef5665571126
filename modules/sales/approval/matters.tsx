import type { Scope } from '../../../core/scope.ts'
import { type Contract, contractToDecide } from '../contracts/reading.ts'
import { ContractSummary } from '../contracts/views/contract-summary.tsx'
import { totalsOf } from '../lines/totals.ts'
import { LinesTable } from '../lines/views/lines-table.tsx'
import { quoteToDecide } from '../quotes/reading.ts'
import { receiptToDecide } from '../receivables/reading.ts'
import { ReceiptFacts } from '../receivables/views/receipt-facts.tsx'
import type { Approval } from './reading.ts'

/** What is to be decided on, for who may decide it, whether or not they reach the paper itself. */
export async function drawMatter(scope: Scope, { object, recordId }: Approval) {
  switch (object) {
    case 'sales.quote': {
      const { lines, taxing, currency } = await quoteToDecide(scope, recordId)
      return <LinesTable {...{ scope, lines, currency }} totals={totalsOf(lines, taxing)} />
    }
    case 'sales.contract':
      return <Summary scope={scope} contract={await contractToDecide(scope, recordId)} />
    case 'sales.receipt':
      return <ReceiptFacts scope={scope} receipt={await receiptToDecide(scope, recordId)} />
  }
}

/** A contract as it stands: whoever decides on it changes nothing of it here. */
const Summary = ({ scope, contract }: { scope: Scope; contract: Contract }) => (
  <div class="card-body">
    <ContractSummary scope={scope} contract={{ ...contract, mayEdit: false }} />
  </div>
)
