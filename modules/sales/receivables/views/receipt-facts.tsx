import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { Details } from '../../../../views/details.tsx'
import { viewText } from '../../../../views/messages.ts'
import { paperText } from '../../papers/messages.ts'
import { receivableText } from '../messages.ts'
import type { ReceiptRow } from '../reading.ts'

/** What is known of a receipt, for who decides whether it is to be void. */
export const ReceiptFacts = ({
  scope: { locale },
  receipt,
}: {
  scope: Pick<Scope, 'locale'>
  receipt: ReceiptRow
}) => {
  const t = receivableText(locale)
  const { amountMinor: minor, currency } = receipt
  return (
    <div class="card-body">
      <Details
        empty={viewText(locale).record.empty}
        items={[
          { label: t.contract, value: receipt.contract },
          {
            label: paperText(locale).account,
            value: receipt.account ?? paperText(locale).outOfReach,
          },
          { label: t.amount, value: printMoney({ minor, currency }, locale) },
          { label: t.receivedOn, value: printDate(receipt.receivedOn, locale) },
          { label: t.method, value: receipt.method },
          { label: t.reference, value: receipt.reference },
          { label: t.recordedBy, value: receipt.recordedBy },
          { label: t.voidReason, value: receipt.voidReason },
        ]}
      />
    </div>
  )
}
