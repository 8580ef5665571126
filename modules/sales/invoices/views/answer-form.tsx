import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { Details } from '../../../../views/details.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { contractKind } from '../../contracts/kind.ts'
import { contractText } from '../../contracts/messages.ts'
import type { Contract } from '../../contracts/reading.ts'
import { invoiceText } from '../messages.ts'
import type { InvoiceRow } from '../reading.ts'
import { invoicePill } from './invoices.tsx'

type Props = {
  scope: Scope
  contract: Contract
  invoice: InvoiceRow
  raw: Raw
  errors?: Errors
}

/** A request for an invoice with all it is to say, and the form that answers it. */
export const AnswerPage = ({ scope, contract, invoice, raw, errors = {} }: Props) => {
  const { locale } = scope
  const t = invoiceText(locale)
  const view = viewText(locale)
  const { href } = contractKind
  const above = `${href}/${contract.id}`
  const amount = { minor: invoice.amountMinor, currency: contract.currency }
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <>
      <PageHead
        t={view.page}
        title={t.answerTitle}
        note={invoicePill(invoice.state, scope)}
        trail={[
          { href, label: contractText(locale).title },
          { href: above, label: contract.number },
        ]}
      />
      <PageBody>
        <div class="stack">
          <Details
            empty={view.record.empty}
            items={[
              { label: t.kind, value: t.kinds[invoice.kind] },
              { label: t.payer, value: t.payers[invoice.payer] },
              { label: t.name, value: invoice.title },
              { label: t.taxNumber, value: invoice.taxNumber },
              { label: t.amount, value: printMoney(amount, locale) },
              { label: t.address, value: invoice.address },
              { label: t.bank, value: invoice.bank },
              { label: t.note, value: invoice.note },
              { label: t.requestedBy, value: invoice.requestedBy },
              ...(invoice.issuedOn
                ? [
                    { label: t.invoiceNumber, value: invoice.invoiceNumber },
                    { label: t.issuedOn, value: printDate(invoice.issuedOn, locale) },
                  ]
                : []),
              ...(invoice.answer ? [{ label: t.answer, value: invoice.answer }] : []),
            ]}
          />
          {invoice.state === 'requested' && (
            <Form
              t={view.form}
              action={`${href}/invoice-requests/${invoice.id}`}
              errors={errors}
              cancelHref={above}
            >
              <Field
                {...field('outcome')}
                kind="radio"
                label={t.outcome}
                value={raw.outcome ?? 'issued'}
                options={[
                  { value: 'issued', label: t.issue },
                  { value: 'refused', label: t.refuse },
                ]}
              />
              <Field {...field('invoiceNumber')} kind="text" label={t.invoiceNumber} />
              <Field {...field('issuedOn')} kind="date" label={t.issuedOn} />
              <Field {...field('answer')} kind="textarea" rows={2} label={t.answer} />
            </Form>
          )}
        </div>
      </PageBody>
    </>
  )
}
