import type { Attachment } from '../../../../core/attachments/attachments.ts'
import { Attachments } from '../../../../core/attachments/views/attachments.tsx'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import { onceKey } from '../../../../core/http/once.ts'
import type { ToldTimeline } from '../../../../core/records/told.ts'
import { RecordTimeline } from '../../../../core/records/views/record-timeline.tsx'
import type { Scope } from '../../../../core/scope.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import type { Markup } from '../../../../views/markup.ts'
import { viewText } from '../../../../views/messages.ts'
import { PageHead } from '../../../../views/page.tsx'
import { Record } from '../../../../views/record.tsx'
import { Stats } from '../../../../views/stat.tsx'
import type { InvoiceRow } from '../../invoices/reading.ts'
import { Invoices } from '../../invoices/views/invoices.tsx'
import { paperText } from '../../papers/messages.ts'
import type { InstalmentRow, ReceiptRow } from '../../receivables/reading.ts'
import { Plan } from '../../receivables/views/plan.tsx'
import { ReceiptTable } from '../../receivables/views/receipt-table.tsx'
import { contractKind } from '../kind.ts'
import { contractText } from '../messages.ts'
import type { Contract } from '../reading.ts'
import { ContractDeeds } from './contract-deeds.tsx'
import { statePill } from './contract-list.tsx'
import { ContractSummary } from './contract-summary.tsx'

export type ContractPageProps = {
  scope: Scope
  contract: Contract
  plan: readonly InstalmentRow[]
  receipts: readonly ReceiptRow[]
  invoices: readonly InvoiceRow[]
  files: readonly Attachment[]
  approval?: { id: string; state: string; comment: string }
  raw: Raw
  errors?: Errors
  timeline: ToldTimeline
  panels: readonly Markup[]
}

/** One contract: what was agreed, what is to be paid when, what has come. */
export const ContractPage = (props: ContractPageProps) => {
  const { scope, contract, plan, receipts, invoices, files, timeline, panels } = props
  const { locale } = scope
  const t = contractText(locale)
  const href = `${contractKind.href}/${contract.id}`
  const money = (minor: number) => printMoney({ minor, currency: contract.currency }, locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={contract.number}
        note={statePill(contract.state, scope)}
        trail={[{ href: contractKind.href, label: t.title }]}
        actions={
          contract.mayEdit && (
            <LinkButton icon="pencil" href={`${href}/edit`}>
              {t.edit}
            </LinkButton>
          )
        }
      />
      <Record
        summary={<ContractSummary {...{ scope, contract }} />}
        main={
          <div class="stack">
            <Stats
              stats={[
                { label: t.total, value: money(contract.totalMinor) },
                { label: t.received, value: money(contract.receivedMinor) },
                { label: t.balance, value: money(contract.balanceMinor) },
                {
                  label: t.overdue,
                  value: money(contract.overdueMinor),
                  ...(contract.overdueMinor > 0 && { tone: 'bad' as const }),
                },
              ]}
            />
            {contract.mayEdit && <ContractDeeds {...props} />}
            <Plan {...{ scope, contract, plan }} />
            <ReceiptTable {...{ scope, contract, receipts }} />
            <Invoices {...{ scope, contract, invoices }} />
            <Card title={paperText(locale).history}>
              <RecordTimeline scope={scope} href={href} timeline={timeline} />
            </Card>
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
    </>
  )
}
