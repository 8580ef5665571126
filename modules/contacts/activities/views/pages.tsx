import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Subject } from '../../../../core/records/subjects.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printChoice } from '../../../../core/values/choice.ts'
import { Confirm } from '../../../../views/confirm.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import type { Activity } from '../activities.ts'
import { activityKinds } from '../kinds.ts'
import { activityText } from '../messages.ts'
import { FollowUpForm } from './follow-up-form.tsx'
import { PlaceFields } from './place-fields.tsx'

type NewProps = {
  scope: Scope
  subject: Subject
  back?: string
  once: string
  raw?: Raw
  errors?: Errors
}

/** A follow-up on a page of its own: from a row of a list, or what came back with errors. */
export const FollowUpPage = ({ scope, subject, ...form }: NewProps) => (
  <>
    <PageHead
      t={viewText(scope.locale).page}
      title={activityText(scope.locale).title}
      trail={[{ href: subject.href, label: subject.name }]}
    />
    <PageBody>
      <FollowUpForm scope={scope} about={subject} focus {...form} />
    </PageBody>
  </>
)

type EditProps = {
  scope: Scope
  activity: Activity
  raw: Raw
  version: number
  errors?: Errors
}

/** Changes what a follow-up says, or takes it away. */
export const ActivityPage = ({ scope, activity, raw, version, errors }: EditProps) => {
  const view = viewText(scope.locale)
  const t = activityText(scope.locale)
  const { id, subject } = activity
  const href = `/contacts/activities/${id}`
  return (
    <>
      <PageHead
        t={view.page}
        title={t.editTitle}
        trail={[{ href: subject.href, label: subject.name }]}
        actions={
          <Confirm
            t={view.confirm}
            id="remove"
            trigger={{ label: t.remove, icon: 'trash', kind: 'quiet' }}
            title={t.removeTitle}
            text={t.removeText}
            action={`${href}/remove`}
            submit={t.remove}
            danger
          />
        }
      />
      <PageBody>
        <Form
          t={view.form}
          action={href}
          version={version}
          errors={errors}
          cancelHref={subject.href}
        >
          <Field
            t={view.form}
            kind="radio"
            name="kind"
            label={t.kind}
            value={raw.kind}
            options={activityKinds.map(({ key }) => ({
              value: key,
              label: printChoice(key, activityKinds, scope.locale),
            }))}
            error={errors?.kind}
          />
          <PlaceFields {...{ scope, raw, errors }} />
          <Field
            t={view.form}
            kind="textarea"
            name="text"
            rows={5}
            label={t.text}
            value={raw.text}
            error={errors?.text}
            required
          />
        </Form>
      </PageBody>
    </>
  )
}
