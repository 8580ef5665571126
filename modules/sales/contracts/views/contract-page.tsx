import type { Attachment } from '../../../../core/attachments/attachments.ts'
import { Attachments } from '../../../../core/attachments/views/attachments.tsx'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import { onceKey } from '../../../../core/http/once.ts'
import type { Beside } from '../../../../core/lists/beside.ts'
import type { ToldTimeline } from '../../../../core/records/told.ts'
import { RecordPage } from '../../../../core/records/views/record-page.tsx'
import type { Scope } from '../../../../core/scope.ts'
import { printMoney } from '../../../../core/values/money.ts'
import type { Markup } from '../../../../views/markup.ts'
import { Stats } from '../../../../views/stat.tsx'
import type { InvoiceRow } from '../../invoices/reading.ts'
import { Invoices } from '../../invoices/views/invoices.tsx'
import type { InstalmentRow, ReceiptRow } from '../../receivables/reading.ts'
import { Plan } from '../../receivables/views/plan.tsx'
import { ReceiptTable } from '../../receivables/views/receipt-table.tsx'
import type { Linked } from '../follow-on.ts'
import { contractKind } from '../kind.ts'
import { contractText } from '../messages.ts'
import type { Contract } from '../reading.ts'
import { ContractDeeds } from './contract-deeds.tsx'
import { ContractSummary } from './contract-summary.tsx'

export type ContractPageProps = {
  scope: Scope
  contract: Contract
  plan: readonly InstalmentRow[]
  receipts: readonly ReceiptRow[]
  invoices: readonly InvoiceRow[]
  files: readonly Attachment[]
  /** The contract it follows on, and the one that follows on it. */
  linked: readonly Linked[]
  approval?: { id: string; state: string; comment: string }
  raw: Raw
  errors?: Errors
  timeline: ToldTimeline
  panels: readonly Markup[]
  listHref: string
  beside: Beside | undefined
  note?: { raw: Raw; errors: Errors }
}

/** One contract: what was agreed, what is to be paid when, what has come. */
export const ContractPage = (props: ContractPageProps) => {
  const { scope, contract, plan, receipts, invoices, files, linked, panels } = props
  return (
    <RecordPage
      {...props}
      kind={contractKind}
      record={{ ...contract, values: { name: contract.number } }}
      once={onceKey(props.note?.raw)}
      summary={<ContractSummary {...{ scope, contract, linked }} />}
      next={
        <div class="stack">
          <Money {...{ scope, contract }} />
          {contract.mayEdit && <ContractDeeds {...props} />}
          <Plan {...{ scope, contract, plan }} />
          <ReceiptTable {...{ scope, contract, receipts }} />
          <Invoices {...{ scope, contract, invoices }} />
        </div>
      }
      panels={
        <>
          <Attachments
            scope={scope}
            about={{ object: contractKind.object, recordId: contract.id }}
            files={files}
            mayEdit={contract.mayEdit}
            once={onceKey()}
          />
          {panels}
        </>
      }
    />
  )
}

const Money = ({ scope: { locale }, contract }: Pick<ContractPageProps, 'scope' | 'contract'>) => {
  const t = contractText(locale)
  const money = (minor: number) => printMoney({ minor, currency: contract.currency }, locale)
  return (
    <Stats
      stats={[
        { label: t.total, value: money(contract.totalMinor) },
        { label: t.received, value: money(contract.receivedMinor) },
        { label: t.balance, value: money(contract.balanceMinor) },
        { label: t.overdue, value: money(contract.overdueMinor) },
      ]}
    />
  )
}
