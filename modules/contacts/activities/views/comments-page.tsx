import type { Errors, Raw } from '../../../../core/http/form.ts'
import { formatAgo, formatMoment } from '../../../../core/i18n/format.ts'
import { recordText } from '../../../../core/records/messages.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Timeline } from '../../../../views/timeline.tsx'
import type { Comment, ReadActivity } from '../comments.ts'
import { activityKind } from '../kinds.ts'
import { activityText } from '../messages.ts'
import { sayPlace } from '../place.ts'

type Props = {
  scope: Scope
  activity: ReadActivity
  comments: readonly Comment[]
  raw: Raw
  errors?: Errors
  once: string
}

/** A follow-up, and what people say about it. */
export const CommentsPage = ({ scope, activity, comments, raw, errors, once }: Props) => {
  const view = viewText(scope.locale)
  const { comments: t, ...words } = activityText(scope.locale)
  const { subject, happenedAt: at } = activity
  const href = `/contacts/activities/${activity.id}`
  const kind = activityKind(activity.kind)
  const place = sayPlace(activity)
  const did = [words.did[kind?.key ?? 'other'], place && words.at(place)]
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        trail={[{ href: subject.href, label: subject.name }]}
      />
      <PageBody>
        <Timeline
          t={view.timeline}
          groups={[
            {
              items: [
                {
                  icon: kind?.icon ?? 'message-circle',
                  who: activity.owner ?? view.productName,
                  did: did.filter(Boolean).join(' · '),
                  ...times(scope, at),
                  text: activity.body,
                },
              ],
            },
          ]}
        />
        <Card title={t.title} testId="comments">
          {comments.length === 0 && <p class="hint">{t.none}</p>}
          <ul class="comments">
            {comments.map((comment) => (
              <li data-testid="comment">
                <p>
                  <strong>{comment.author}</strong>{' '}
                  <time
                    datetime={comment.at.toISOString()}
                    title={formatMoment(scope.locale, scope.company.timeZone, comment.at)}
                  >
                    {times(scope, comment.at).when}
                  </time>
                </p>
                <p class="plain-text" dir="auto" hx-ignore>
                  {comment.body}
                </p>
                {comment.authorId === scope.user.id &&
                  scope.modules.state('contacts') === 'write' && (
                    <form method="post" action={`${href}/comments/remove`}>
                      <input type="hidden" name="comment" value={comment.id} />
                      <Button small kind="quiet" icon="trash">
                        {t.remove}
                      </Button>
                    </form>
                  )}
              </li>
            ))}
          </ul>
          {scope.modules.state('contacts') === 'write' && (
            <Form
              t={view.form}
              action={`${href}/comments`}
              errors={errors}
              once={once}
              submit={t.save}
              testId="comment-form"
            >
              <Field
                t={view.form}
                kind="textarea"
                rows={3}
                name="body"
                label={t.body}
                hint={recordText(scope.locale).pages.callHint}
                value={raw.body}
                error={errors?.body}
                required
              />
            </Form>
          )}
        </Card>
      </PageBody>
    </>
  )
}

const times = ({ locale, company, now }: Scope, at: Date) => ({
  ...{ at, when: formatAgo(locale, company.timeZone, at, now()) },
  exact: formatMoment(locale, company.timeZone, at),
})
