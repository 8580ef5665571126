import type { Directory } from '../../../../core/access/directory.ts'
import { roleWords } from '../../../../core/access/roles.ts'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Card } from '../../../../views/card.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { approvalText } from '../../approval/messages.ts'
import type { Rule } from '../../approval/steps.ts'
import { contractText } from '../../contracts/messages.ts'
import { discounting } from '../../quotes/limits.ts'
import { quoteText } from '../../quotes/messages.ts'
import { receivableText } from '../../receivables/messages.ts'
import { numberedNames } from '../settings-form.ts'
import { Rules } from './rules.tsx'

export type SettingsProps = Directory & {
  scope: Scope
  rules: readonly (Rule & { id: string })[]
  raw: Raw
  errors?: Errors
  once: string
}

/** Rules for papers: approval, discounts, numbers. */
export const SettingsPage = (props: SettingsProps) => {
  const { scope, raw, errors = {} } = props
  const { locale } = scope
  const t = approvalText(locale).settings
  const view = viewText(locale)
  const papers = {
    quoteNumbers: quoteText(locale).title,
    contractNumbers: contractText(locale).title,
    receiptNumbers: receivableText(locale).receipts,
  }
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <>
      <PageHead t={view.page} title={t.title} />
      <PageBody wide>
        <div class="stack">
          <Rules {...props} />
          <Card title={`${t.limits} · ${t.numbers}`}>
            <Form t={view.form} action="/sales/settings" errors={errors} submit={t.save}>
              <p class="hint">{t.limitsText}</p>
              {discounting.map((role) => (
                <Field
                  {...field(`limit-${role}`)}
                  kind="number"
                  unit="%"
                  label={roleWords[role].title[locale]}
                  required
                />
              ))}
              <p class="hint">{t.numbersText}</p>
              {numberedNames.map((name) => (
                <Field {...field(name)} kind="text" label={papers[name]} required />
              ))}
            </Form>
          </Card>
        </div>
      </PageBody>
    </>
  )
}
