import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { contractKind } from '../../contracts/kind.ts'
import { contractText } from '../../contracts/messages.ts'
import type { Contract } from '../../contracts/reading.ts'
import { receivableText } from '../messages.ts'
import type { InstalmentRow } from '../reading.ts'

type Props = {
  scope: Scope
  contract: Contract
  plan: readonly InstalmentRow[]
  raw: Raw
  errors?: Errors
  once: string
}

/** Money that came in: how much, when, and for what. */
export const ReceiptFormPage = ({ scope, contract, plan, raw, errors = {}, once }: Props) => {
  const { locale } = scope
  const t = receivableText(locale)
  const view = viewText(locale)
  const { href } = contractKind
  const above = `${href}/${contract.id}`
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  const open = plan.filter(({ status }) => status !== 'done' && status !== 'void')
  const say = ({ dueOn, amountMinor, paidMinor }: InstalmentRow) => {
    const left = { minor: amountMinor - paidMinor, currency: contract.currency }
    return `${printDate(dueOn, locale)} · ${printMoney(left, locale)}`
  }
  return (
    <>
      <PageHead
        t={view.page}
        title={t.record}
        trail={[
          { href, label: contractText(locale).title },
          { href: above, label: contract.number },
        ]}
      />
      <PageBody>
        <Form
          t={view.form}
          action={`${above}/receipts`}
          errors={errors}
          cancelHref={above}
          once={once}
        >
          <Field
            {...field('amount')}
            kind="money"
            unit={contract.currency}
            label={t.amount}
            required
            focus
          />
          <Field {...field('receivedOn')} kind="date" label={t.receivedOn} required />
          {open.length > 0 && (
            <Field
              {...field('instalment')}
              kind="select"
              label={t.instalment}
              hint={t.instalmentHint}
              none={t.firstDue}
              options={open.map((one) => ({ value: one.id, label: say(one) }))}
            />
          )}
          <Field {...field('method')} kind="text" label={t.method} />
          <Field {...field('reference')} kind="text" label={t.reference} hint={t.referenceHint} />
          <Field {...field('note')} kind="textarea" rows={2} label={t.note} />
        </Form>
      </PageBody>
    </>
  )
}
