import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import type { Answering } from '../asking.ts'
import { helpText } from '../messages.ts'
import type { HelpProps } from './help.tsx'

type Words = ReturnType<typeof helpText>['ask']

/** Who answers, and where one asks them. */
export const AskForm = (props: HelpProps) => {
  const { scope, path, answering, once, raw, errors = {}, done } = props
  const { people, isChampion } = answering
  const t = helpText(scope.locale).ask
  const form = { t: viewText(scope.locale).form }
  return (
    <section>
      <h3>{isChampion ? t.titleOwn : t.title}</h3>
      <p class="hint">{whoAnswers(t, answering)}</p>
      {people.length > 0 && (
        <ul class="bullets">
          {people.map(({ name, phone, department }) => (
            <li>
              {[name, department].filter(Boolean).join(' · ')}{' '}
              {phone && <a href={`tel:${phone}`}>{phone}</a>}
            </li>
          ))}
        </ul>
      )}
      {done === 'sent' ? (
        <p role="status" class="good">
          {t.sent}
        </p>
      ) : (
        <Form
          {...form}
          id="help-form"
          action="/training/help-requests"
          errors={errors}
          once={once}
          hidden={{ at: path }}
          submit={t.submit}
          swaps="help"
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
      )}
    </section>
  )
}

/** A champion is told so: nobody is sent to ask themselves. */
function whoAnswers(t: Words, { people, isChampion }: Answering): string {
  if (isChampion) return people.length > 0 ? t.whoOwn : t.nobodyOwn
  return people.length > 0 ? t.who : t.nobody
}
