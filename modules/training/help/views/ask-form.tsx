import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { helpText } from '../messages.ts'
import type { HelpProps } from './help.tsx'

/** Who answers, and where one asks them. */
export const AskForm = ({ scope, path, champions, once, raw, errors = {} }: HelpProps) => {
  const t = helpText(scope.locale).ask
  const form = { t: viewText(scope.locale).form }
  return (
    <section>
      <h3>{t.title}</h3>
      <p class="hint">{champions.length > 0 ? t.who : t.nobody}</p>
      {champions.length > 0 && (
        <ul class="bullets">
          {champions.map(({ name, phone, department }) => (
            <li>
              {[name, department].filter(Boolean).join(' · ')}{' '}
              {phone && <a href={`tel:${phone}`}>{phone}</a>}
            </li>
          ))}
        </ul>
      )}
      <Form
        {...form}
        id="help-form"
        action="/training/help-requests"
        errors={errors}
        once={once}
        hidden={{ at: path }}
        submit={t.submit}
        plain
        testId="ask"
      >
        <Field
          {...form}
          form="help-form"
          kind="textarea"
          name="question"
          label={t.question}
          rows={3}
          value={raw?.question}
          error={errors.question}
        />
      </Form>
    </section>
  )
}
