import { Card } from '../../../views/card.tsx'
import { Field } from '../../../views/field.tsx'
import { FieldGroup, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { metricNamed } from '../../evidence/metrics.ts'
import { gatesText } from '../messages.ts'
import type { Outcome } from '../schema.ts'
import type { RoomProps } from './room.tsx'

const outcomes: readonly Outcome[] = ['go', 'conditional', 'redesign', 'stop']

/** The decision: its outcome and reason, objections, and, where the evidence does not say go, the override. */
export const DecisionForm = (props: RoomProps) => {
  const { locale, gate, evaluation, strictness, raw, seen, errors = {}, once } = props
  const t = gatesText(locale)
  const view = viewText(locale)
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  const { suggestion, unlawful } = evaluation
  const isOutcome = outcomes.includes(suggestion as Outcome)
  return (
    <Card title={t.decide}>
      <Form
        t={view.form}
        action={`/rollout/gates/${gate.code}/decisions`}
        errors={errors}
        once={once}
        hidden={{ seen }}
        submit={t.decide}
        testId="decision-form"
      >
        <Field
          {...field('outcome')}
          kind="radio"
          label={t.outcome}
          value={raw.outcome ?? (isOutcome ? suggestion : 'redesign')}
          options={outcomes.map((outcome) => ({ value: outcome, label: t.outcomes[outcome] }))}
        />
        <Field {...field('reason')} kind="textarea" label={t.reason} hint={t.reasonHint} required />
        <Field
          {...field('dissent')}
          kind="textarea"
          rows={2}
          label={t.dissent}
          hint={t.dissentHint}
        />
        {suggestion !== 'go' && unlawful.length > 0 && (
          <div class="remark" data-testid="unlawful">
            <p>{t.never}</p>
            <ul class="reasons">
              {unlawful.map(({ metric }) => (
                <li>{metricNamed(metric).title[locale]}</li>
              ))}
            </ul>
          </div>
        )}
        {suggestion !== 'go' && unlawful.length === 0 && (
          <FieldGroup label={t.override}>
            <p class="hint">{t.overrideText[strictness]}</p>
            <Field
              t={view.form}
              kind="checkbox"
              name="override"
              label={t.overrideField}
              checked={raw.override === 'on'}
              error={errors.override}
            />
            {strictness !== 'simple' && (
              <>
                <Field {...field('expiresOn')} kind="date" label={t.expiresOn} />
                <Field
                  {...field('compensation')}
                  kind="text"
                  label={t.compensation}
                  hint={t.compensationHint}
                />
              </>
            )}
          </FieldGroup>
        )}
      </Form>
    </Card>
  )
}
