import type { Raw } from '../../../../core/http/form.ts'
import type { ToldTimeline } from '../../../../core/records/told.ts'
import { RecordTimeline } from '../../../../core/records/views/record-timeline.tsx'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { Card } from '../../../../views/card.tsx'
import { Details } from '../../../../views/details.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageHead } from '../../../../views/page.tsx'
import { Record, RecordHead } from '../../../../views/record.tsx'
import { contractKind } from '../../contracts/kind.ts'
import { contractText } from '../../contracts/messages.ts'
import type { Contract } from '../../contracts/reading.ts'
import { paperText } from '../../papers/messages.ts'
import { receivableText } from '../messages.ts'
import type { ReceiptPart, ReceiptRow } from '../reading.ts'
import { receiptPill } from './receipt-table.tsx'

type Props = {
  scope: Scope
  receipt: ReceiptRow
  contract: Contract
  parts: readonly ReceiptPart[]
  approval?: { id: string; state: string; comment: string }
  raw: Raw
  error?: string
  timeline: ToldTimeline
}

/** One receipt: how much came for which contract, and which instalments it pays. */
export const ReceiptPage = (props: Props) => {
  const { scope, receipt, contract, approval, timeline } = props
  const { locale } = scope
  const t = receivableText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={receipt.number}
        note={receiptPill(receipt, scope)}
        trail={[{ href: '/sales/receipts', label: t.receipts }]}
      />
      <Record
        summary={<Summary {...props} />}
        main={
          <div class="stack">
            {approval?.state === 'waiting' && (
              <p class="remark" role="note">
                {receipt.voidReason}{' '}
                <a href={`/sales/approvals/${approval.id}`}>{contractText(locale).seeApproval}</a>
              </p>
            )}
            {contract.mayReceive && !receipt.voidedAt && !receipt.voidAskedAt && (
              <VoidForm {...props} />
            )}
            <Card title={paperText(locale).history}>
              <RecordTimeline
                scope={scope}
                href={`/sales/receipts/${receipt.id}`}
                timeline={timeline}
              />
            </Card>
          </div>
        }
      />
    </>
  )
}

const Summary = ({ scope: { locale }, receipt, contract, parts }: Props) => {
  const t = receivableText(locale)
  const papers = paperText(locale)
  const money = (minor: number) => printMoney({ minor, currency: receipt.currency }, locale)
  const rest = parts.reduce((left, part) => left - part.amountMinor, receipt.amountMinor)
  return (
    <>
      <RecordHead
        name={money(receipt.amountMinor)}
        firm
        note={printDate(receipt.receivedOn, locale)}
      />
      <Details
        empty={viewText(locale).record.empty}
        items={[
          {
            label: t.contract,
            value: <a href={`${contractKind.href}/${contract.id}`}>{receipt.contract}</a>,
          },
          { label: papers.account, value: receipt.account ?? papers.outOfReach },
          {
            label: t.parts,
            value: (
              <ul class="plain-list">
                {parts.map(({ dueOn, amountMinor }) => (
                  <li>
                    {printDate(dueOn, locale)} · {money(amountMinor)}
                  </li>
                ))}
                {rest > 0 && !receipt.voidedAt && <li>{t.rest(money(rest))}</li>}
              </ul>
            ),
          },
          { label: t.method, value: receipt.method },
          { label: t.reference, value: receipt.reference },
          { label: t.note, value: receipt.note },
          { label: t.recordedBy, value: receipt.recordedBy },
          ...(receipt.voidedAt ? [{ label: t.voidReason, value: receipt.voidReason }] : []),
        ]}
      />
    </>
  )
}

const VoidForm = ({ scope, receipt, raw, error }: Props) => {
  const t = receivableText(scope.locale)
  const { form } = viewText(scope.locale)
  return (
    <Card title={t.void} testId="void">
      <Form
        t={form}
        id="void"
        action={`/sales/receipts/${receipt.id}/void`}
        errors={error ? { reason: error } : undefined}
        submit={t.void}
        danger
      >
        <Field
          t={form}
          form="void"
          kind="textarea"
          rows={2}
          name="reason"
          label={t.voidReason}
          hint={t.voidText}
          value={raw.reason}
          error={error}
          required
        />
      </Form>
    </Card>
  )
}
