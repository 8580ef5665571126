import type { Errors, Raw } from '../../../../core/http/form.ts'
import { recordText } from '../../../../core/records/messages.ts'
import type { Reference } from '../../../../core/records/subjects.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printChoice } from '../../../../core/values/choice.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { activityKinds } from '../kinds.ts'
import { activityText } from '../messages.ts'
import { PlaceFields } from './place-fields.tsx'

type Props = {
  scope: Scope
  about: Reference
  /** Where one goes afterwards; the record's page when left out. */
  back?: string
  once: string
  raw?: Raw
  errors?: Errors
  focus?: boolean
}

/** Three fields and one save: how, what, and when the next step is. */
export const FollowUpForm = ({ scope, about, back, once, raw = {}, errors, focus }: Props) => {
  const view = viewText(scope.locale)
  const t = activityText(scope.locale)
  return (
    <Form
      t={view.form}
      id="follow-up"
      action="/contacts/follow-ups"
      once={once}
      errors={errors}
      hidden={{ object: about.object, record: about.recordId, ...(back && { back }) }}
      submit={t.save}
      testId="follow-up-form"
      guard
    >
      <Field
        t={view.form}
        form="follow-up"
        kind="radio"
        name="kind"
        label={t.kind}
        value={raw.kind ?? 'call'}
        options={activityKinds.map(({ key }) => ({
          value: key,
          label: printChoice(key, activityKinds, scope.locale),
        }))}
        error={errors?.kind}
      />
      <PlaceFields {...{ scope, raw, errors }} form="follow-up" />
      <Field
        t={view.form}
        form="follow-up"
        kind="textarea"
        name="text"
        rows={3}
        label={t.text}
        hint={recordText(scope.locale).pages.callHint}
        placeholder={t.textHint}
        value={raw.text}
        error={errors?.text}
        focus={focus}
        required
      />
      <Field
        t={view.form}
        form="follow-up"
        kind="date"
        name="next"
        label={t.next}
        value={raw.next}
        error={errors?.next}
        placeholder={t.nextHint}
      />
    </Form>
  )
}
