import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { viewText } from '../../../../views/messages.ts'
import { pill } from '../../../../views/pill.tsx'
import { Table } from '../../../../views/table.tsx'
import { contractKind } from '../../contracts/kind.ts'
import type { Contract } from '../../contracts/reading.ts'
import { invoiceText } from '../messages.ts'
import type { InvoiceRow } from '../reading.ts'
import type { InvoiceState } from '../schema.ts'

type Props = { scope: Scope; contract: Contract; invoices: readonly InvoiceRow[] }

const tones = { requested: 'orange', issued: 'green', refused: 'red' } as const

/** What became of a request, as a pill. */
export const invoicePill = (state: InvoiceState, { locale }: Pick<Scope, 'locale'>) =>
  pill(invoiceText(locale).states[state], tones[state])

/** The invoices that were asked for on a contract. */
export const Invoices = ({ scope, contract, invoices }: Props) => {
  const { locale } = scope
  const t = invoiceText(locale)
  return (
    <Card
      title={t.title}
      flush
      testId="invoices"
      actions={
        contract.mayEdit &&
        contract.stored === 'active' && (
          <LinkButton
            small
            icon="file-invoice"
            href={`${contractKind.href}/${contract.id}/invoices/new`}
          >
            {t.add}
          </LinkButton>
        )
      }
    >
      {invoices.length === 0 ? (
        <p class="hint card-body">{t.empty}</p>
      ) : (
        <Table
          t={viewText(locale).table}
          caption={t.title}
          columns={[
            { key: 'title', label: t.name, cell: ({ title }) => title },
            {
              key: 'amount',
              label: t.amount,
              align: 'end',
              cell: ({ amountMinor }) =>
                printMoney({ minor: amountMinor, currency: contract.currency }, locale),
            },
            { key: 'state', label: t.state, cell: ({ state }) => invoicePill(state, scope) },
            { key: 'number', label: t.invoiceNumber, cell: ({ invoiceNumber }) => invoiceNumber },
            {
              key: 'issuedOn',
              label: t.issuedOn,
              cell: ({ issuedOn }) => issuedOn && printDate(issuedOn, locale),
            },
          ]}
          rows={invoices}
          rowId={({ id }) => id}
          rowName={({ title }) => title}
          rowHref={
            contract.mayReceive
              ? ({ id }) => `${contractKind.href}/invoice-requests/${id}`
              : undefined
          }
        />
      )}
    </Card>
  )
}
