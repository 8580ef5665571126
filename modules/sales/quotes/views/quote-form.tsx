import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { currencies } from '../../../../core/settings/company.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { lineText } from '../../lines/messages.ts'
import { taxings } from '../../lines/totals.ts'
import { LineFields } from '../../lines/views/line-fields.tsx'
import { accountNames } from '../../papers/account-field.ts'
import { paperText } from '../../papers/messages.ts'
import { DealField } from '../../papers/views/deal-field.tsx'
import { quoteKind } from '../kind.ts'
import { quoteText } from '../messages.ts'
import { fullNumber } from '../printing.ts'
import type { Quote } from '../reading.ts'

type Props = {
  scope: Scope
  quote?: Quote
  raw: Raw
  errors?: Errors
  version?: number
  once?: string
}

/** A quote as somebody writes it: to whom, what, for how much, until when. */
export const QuoteFormPage = ({ scope, quote, raw, errors = {}, ...form }: Props) => {
  const { locale } = scope
  const t = quoteText(locale)
  const papers = paperText(locale)
  const view = viewText(locale)
  const { href } = quoteKind
  const here = quote ? `${href}/${quote.id}` : href
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <>
      <PageHead
        t={view.page}
        title={quote ? t.edit : t.add}
        trail={[
          { href, label: t.title },
          ...(quote ? [{ href: here, label: fullNumber(quote) }] : []),
        ]}
      />
      <PageBody wide>
        <Form t={view.form} action={here} errors={errors} cancelHref={here} {...form}>
          <Field
            {...field('account')}
            kind="text"
            label={papers.account}
            hint={papers.accountHint}
            names={accountNames}
            required
            focus={!raw.account}
          />
          <DealField {...{ scope, raw, errors }} paper={quote} />
          <Field {...field('title')} kind="text" label={t.subject} />
          <Field {...field('attention')} kind="text" label={t.attention} hint={t.attentionHint} />
          <Field {...field('validUntil')} kind="date" label={t.validUntil} required />
          <Field
            {...field('currency')}
            kind="person"
            label={t.currency}
            required
            options={currencies.map((code) => ({ value: code, label: code, note: names.of(code) }))}
          />
          <Field
            {...field('taxing')}
            kind="radio"
            label={t.taxing}
            options={taxings.map((value) => ({ value, label: t.taxings[value] }))}
          />
          <h2>{lineText(locale).lines}</h2>
          <LineFields {...{ scope, raw, errors }} currency={raw.currency ?? ''} />
          <Field {...field('terms')} kind="textarea" label={t.terms} hint={t.termsHint} rows={4} />
        </Form>
      </PageBody>
    </>
  )
}
