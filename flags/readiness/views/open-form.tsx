import { Card } from '../../../views/card.tsx'
import { Field } from '../../../views/field.tsx'
import { Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { readinessText } from '../messages.ts'
import type { ReadinessProps } from './readiness.tsx'

/** Opens a round of questions. */
export const OpenForm = ({ locale, raw, errors = {}, once }: ReadinessProps) => {
  const t = readinessText(locale)
  const view = viewText(locale)
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <Card title={t.open}>
      <Form
        t={view.form}
        action="/rollout/readiness"
        errors={errors}
        once={once}
        submit={t.open}
        testId="open-form"
      >
        <Field
          {...field('questions')}
          kind="radio"
          label={t.form}
          options={(['full', 'short'] as const).map((form) => ({
            value: form,
            label: t.forms[form],
          }))}
        />
        <Field {...field('closesOn')} kind="date" label={t.closesOn} required />
      </Form>
    </Card>
  )
}
