import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Confirm } from '../../../../views/confirm.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { markdown } from '../../../../views/markdown.ts'
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
  /** A second person looks at it before all see it. */
  secondReviewer: boolean
  raw: Raw
  errors?: Errors | undefined
  once?: string | undefined
}

const place = '/training/help-topics'

/** The form of a help text: new, edit and error alike. */
export const TopicFormPage = (props: Props) => {
  const { scope, topic, code, secondReviewer, raw, errors = {}, once } = props
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
        {topic?.proposed && <Review {...{ scope, topic, secondReviewer }} />}
        <Form
          {...form}
          action={topic ? `${place}/${topic.id}` : place}
          errors={errors}
          {...(topic ? { version: topic.version } : {})}
          {...(once ? { once } : {})}
          {...(code ? { hidden: { of: code } } : {})}
          submit={secondReviewer ? t.submit : t.save}
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

type ReviewProps = { scope: Scope; topic: OwnTopic; secondReviewer: boolean }

/** That it waits; for whoever else may let all see it, with what they see until then. */
const Review = ({ scope, topic, secondReviewer }: ReviewProps) => {
  const { locale } = scope
  const t = helpText(locale).topics
  if (secondReviewer && topic.proposedBy === scope.user.id) return <p role="status">{t.waits}</p>
  return (
    <Card title={t.lookAt} testId="review">
      <p>{t.asks(topic.proposer ?? '')}</p>
      {topic.publishedAt && (
        <details>
          <summary>{t.untilThen}</summary>
          <h3>{sayIn(locale, topic.titles)}</h3>
          <div class="prose">{markdown(sayIn(locale, topic.bodies))}</div>
        </details>
      )}
      <form method="post" action={`${place}/${topic.id}/publish`}>
        <input type="hidden" name="version" value={topic.version} />
        <Button kind="primary" icon="check" testId="publish">
          {t.publish}
        </Button>
      </form>
    </Card>
  )
}
