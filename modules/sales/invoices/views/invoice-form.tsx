import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { contractKind } from '../../contracts/kind.ts'
import { contractText } from '../../contracts/messages.ts'
import type { Contract } from '../../contracts/reading.ts'
import { invoiceText } from '../messages.ts'

type Props = { scope: Scope; contract: Contract; raw: Raw; errors?: Errors; once: string }

/** What an invoice is to say, and to whom it is made out. */
export const InvoiceFormPage = ({ scope, contract, raw, errors = {}, once }: Props) => {
  const t = invoiceText(scope.locale)
  const view = viewText(scope.locale)
  const { href } = contractKind
  const above = `${href}/${contract.id}`
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <>
      <PageHead
        t={view.page}
        title={t.add}
        trail={[
          { href, label: contractText(scope.locale).title },
          { href: above, label: contract.number },
        ]}
      />
      <PageBody>
        <Form
          t={view.form}
          action={`${above}/invoices`}
          errors={errors}
          cancelHref={above}
          once={once}
        >
          <Field
            {...field('payer')}
            kind="radio"
            label={t.payer}
            value={raw.payer ?? 'firm'}
            options={(['firm', 'person'] as const).map((value) => ({
              value,
              label: t.payers[value],
            }))}
          />
          <Field
            {...field('kind')}
            kind="radio"
            label={t.kind}
            value={raw.kind ?? 'general'}
            options={(['general', 'special'] as const).map((value) => ({
              value,
              label: t.kinds[value],
            }))}
          />
          <Field {...field('title')} kind="text" label={t.name} hint={t.nameHint} required />
          <Field {...field('taxNumber')} kind="text" label={t.taxNumber} />
          <Field
            {...field('amount')}
            kind="money"
            unit={contract.currency}
            label={t.amount}
            required
          />
          <Field {...field('address')} kind="text" label={t.address} />
          <Field {...field('bank')} kind="text" label={t.bank} />
          <Field {...field('note')} kind="text" label={t.note} />
        </Form>
      </PageBody>
    </>
  )
}
