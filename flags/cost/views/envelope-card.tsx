import { formatDay } from '../../../core/i18n/format.ts'
import { Card } from '../../../views/card.tsx'
import { Field } from '../../../views/field.tsx'
import { Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { Pill } from '../../../views/pill.tsx'
import { costText } from '../messages.ts'
import { sayOver, sayWhole } from '../wording.ts'
import type { OverviewProps } from './overview.tsx'

/** The approved budget against the forecast, and for who may decide the form to approve one. */
export const EnvelopeCard = (page: OverviewProps) => {
  const { scope, costs, reckoned, approvedBy } = page
  const { locale, company } = scope
  const t = costText(locale)
  const { envelope, envelopeAt } = costs.plan
  const when = envelopeAt && formatDay(company.timeZone, envelopeAt)
  const over = envelope && reckoned.forecast / envelope - 1
  return (
    <Card title={t.envelope} testId="cost-envelope">
      {envelope === null || over === null ? (
        <p>
          <Pill text={t.notApproved} />
        </p>
      ) : (
        <p>
          <strong>{sayWhole(locale, costs.plan, envelope)}</strong>{' '}
          <Pill
            text={over > 0 ? t.overBudget(sayOver(locale, over)) : t.inBudget}
            tone={over > 0 ? 'red' : 'green'}
          />{' '}
          {when && (
            <span class="hint">
              {approvedBy ? t.approvedBy(approvedBy, when) : t.approvedOn(when)}
            </span>
          )}
        </p>
      )}
      {page.mayApprove && <Approval {...page} />}
    </Card>
  )
}

const Approval = ({ scope: { locale }, costs, reckoned, approval }: OverviewProps) => {
  const t = costText(locale)
  const view = viewText(locale)
  const proposed = sayWhole(locale, costs.plan, reckoned.total + reckoned.contingency.amount)
  return (
    <details open={approval !== undefined}>
      <summary>{t.approve}</summary>
      <Form
        t={view.form}
        id="envelope"
        action="/rollout/cost/envelope"
        errors={approval ? { amount: approval.error } : {}}
        submit={t.approve}
        testId="envelope-form"
      >
        <p class="hint">{t.approveText}</p>
        <Field
          t={view.form}
          form="envelope"
          kind="money"
          name="amount"
          label={t.approveAmount}
          value={approval?.amount ?? proposed}
          error={approval?.error}
          required
        />
      </Form>
    </details>
  )
}
