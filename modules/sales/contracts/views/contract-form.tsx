import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { accountNames } from '../../papers/account-field.ts'
import { paperText } from '../../papers/messages.ts'
import { DealField } from '../../papers/views/deal-field.tsx'
import { fullNumber } from '../../quotes/printing.ts'
import type { Quote } from '../../quotes/reading.ts'
import { contractKind } from '../kind.ts'
import { contractText } from '../messages.ts'
import type { Contract } from '../reading.ts'

type Props = {
  scope: Scope
  contract?: Contract
  /** The quote it is made of. */
  quote?: Quote
  raw: Raw
  errors?: Errors
  version?: number
  once?: string
}

/** A contract as somebody writes it: with whom, about what, for how much, for how long. */
export const ContractFormPage = ({ scope, contract, quote, raw, errors = {}, ...form }: Props) => {
  const { locale } = scope
  const t = contractText(locale)
  const papers = paperText(locale)
  const view = viewText(locale)
  const { href } = contractKind
  const here = contract ? `${href}/${contract.id}` : href
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <>
      <PageHead
        t={view.page}
        title={contract ? t.edit : t.add}
        trail={[
          { href, label: t.title },
          ...(contract ? [{ href: here, label: contract.number }] : []),
        ]}
      />
      <PageBody>
        {quote && (
          <p class="hint">
            {t.quote} {fullNumber(quote)}
          </p>
        )}
        <Form
          t={view.form}
          action={here}
          errors={errors}
          cancelHref={here}
          hidden={quote && { quote: quote.id }}
          {...form}
        >
          <Field
            {...field('account')}
            kind="text"
            label={papers.account}
            hint={papers.accountHint}
            names={accountNames}
            required
            focus={!raw.account}
          />
          <DealField {...{ scope, raw, errors }} paper={contract ?? quote} />
          <Field {...field('name')} kind="text" label={t.name} required />
          <Field {...field('total')} kind="money" label={t.total} hint={t.totalHint} required />
          <Field {...field('signedOn')} kind="date" label={t.signedOn} />
          <Field {...field('startsOn')} kind="date" label={t.startsOn} />
          <Field {...field('endsOn')} kind="date" label={t.endsOn} />
          <Field {...field('remindDays')} kind="number" label={t.remindDays} hint={t.remindHint} />
          <Field {...field('terms')} kind="textarea" label={t.terms} rows={4} />
        </Form>
      </PageBody>
    </>
  )
}
