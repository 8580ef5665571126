import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Confirm } from '../../../../views/confirm.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { sayIn } from '../../courses/content.ts'
import { BothLanguages } from '../../studio/views/fields.tsx'
import { helpText } from '../messages.ts'
import type { OwnTopic } from '../topics.ts'

type Props = {
  scope: Scope
  topic?: OwnTopic | undefined
  /** The topic that comes along and is replaced. */
  code?: string | undefined
  raw: Raw
  errors?: Errors | undefined
  once?: string | undefined
}

const place = '/training/help-topics'

/** The form of a help text: new, edit and error alike. */
export const TopicFormPage = ({ scope, topic, code, raw, errors = {}, once }: Props) => {
  const { locale } = scope
  const t = helpText(locale).topics
  const view = viewText(locale)
  const form = { t: view.form }
  const both = { locale, raw, errors }
  return (
    <>
      <PageHead
        t={view.page}
        title={topic ? sayIn(locale, topic.titles) : t.add}
        trail={[{ href: place, label: t.title }]}
        actions={
          topic && (
            <Confirm
              t={view.confirm}
              id="drop"
              trigger={{ label: t.drop, icon: 'archive' }}
              title={t.dropTitle}
              text={t.dropText}
              action={`${place}/${topic.id}/archive`}
              submit={t.drop}
            />
          )
        }
      />
      <PageBody>
        <Form
          {...form}
          action={topic ? `${place}/${topic.id}` : place}
          errors={errors}
          {...(topic ? { version: topic.version } : {})}
          {...(once ? { once } : {})}
          {...(code ? { hidden: { of: code } } : {})}
          submit={t.save}
          cancelHref={place}
          testId="topic-form"
        >
          <Field
            {...form}
            kind="text"
            name="place"
            label={t.place}
            hint={t.placeHint}
            value={raw.place}
            error={errors.place}
            required
          />
          <Field
            {...form}
            kind="text"
            name="field"
            label={t.fieldName}
            hint={t.fieldHint}
            value={raw.field}
            error={errors.field}
          />
          <BothLanguages {...both} name="title" label={t.heading} />
          <BothLanguages {...both} name="body" label={t.body} hint={t.bodyHint} rows={6} />
          <Field
            {...form}
            kind="date"
            name="reviewDueOn"
            label={t.review}
            value={raw.reviewDueOn}
            error={errors.reviewDueOn}
            required
          />
        </Form>
      </PageBody>
    </>
  )
}
