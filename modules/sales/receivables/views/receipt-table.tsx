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
import { paperText } from '../../papers/messages.ts'
import { receivableText } from '../messages.ts'
import type { ReceiptRow } from '../reading.ts'

type Props = { scope: Scope; contract: Contract; receipts: readonly ReceiptRow[] }

/** That a receipt is void, or is to be; nothing for one that counts. */
export const receiptPill = (
  { voidedAt, voidAskedAt }: Pick<ReceiptRow, 'voidedAt' | 'voidAskedAt'>,
  { locale }: Pick<Scope, 'locale'>,
) => {
  const t = receivableText(locale)
  if (voidedAt) return pill(t.isVoid, 'grey')
  return voidAskedAt ? pill(t.isAsked, 'orange') : ''
}

/** What has been received for a contract. */
export const ReceiptTable = ({ scope, contract, receipts }: Props) => {
  const { locale } = scope
  const t = receivableText(locale)
  return (
    <Card
      title={t.receipts}
      flush
      testId="receipts"
      actions={
        contract.mayReceive &&
        contract.stored === 'active' &&
        contract.balanceMinor > 0 && (
          <LinkButton
            small
            icon="cash"
            href={`${contractKind.href}/${contract.id}/receipts/new`}
            tour="record-receipt"
          >
            {t.record}
          </LinkButton>
        )
      }
    >
      {receipts.length === 0 ? (
        <p class="hint card-body">{t.receiptsEmpty}</p>
      ) : (
        <Table
          t={viewText(locale).table}
          caption={t.receipts}
          columns={[
            { key: 'number', label: paperText(locale).number, cell: ({ number }) => number },
            {
              key: 'receivedOn',
              label: t.receivedOn,
              cell: ({ receivedOn }) => printDate(receivedOn, locale),
            },
            {
              key: 'amount',
              label: t.amount,
              align: 'end',
              cell: ({ amountMinor, currency }) =>
                printMoney({ minor: amountMinor, currency }, locale),
            },
            { key: 'method', label: t.method, quiet: true, cell: ({ method }) => method },
            { key: 'state', label: t.status, cell: (receipt) => receiptPill(receipt, scope) },
          ]}
          rows={receipts}
          rowId={({ id }) => id}
          rowName={({ number }) => number}
          rowHref={({ id }) => `/sales/receipts/${id}`}
        />
      )}
    </Card>
  )
}
