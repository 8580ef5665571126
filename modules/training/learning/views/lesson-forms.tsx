import { formatMoment } from '../../../../core/i18n/format.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { opinionKeys } from '../../hand-ins/opinions.ts'
import { learningText } from '../messages.ts'
import type { LessonProps } from './lesson.tsx'

/** The form of a piece of work, and what became of it. */
export const WorkPart = ({ scope, taking, place, raw, errors }: LessonProps) => {
  const t = learningText(scope.locale).work
  const view = viewText(scope.locale)
  const { key } = place.lesson
  const handed = taking.handIns.get(key)
  const body = raw?.body ?? handed?.body ?? ''
  if (handed?.state === 'accepted')
    return (
      <>
        <p role="status">{t.accepted}</p>
        {handed.comment && <blockquote>{handed.comment}</blockquote>}
        <div class="prose plain">{handed.body}</div>
      </>
    )
  return (
    <>
      {handed && <p role="status">{handed.state === 'returned' ? t.returned : t.waiting}</p>}
      {handed?.state === 'returned' && <blockquote>{handed.comment}</blockquote>}
      <Form
        t={view.form}
        action={`/training/courses/${taking.course.id}/work`}
        errors={errors}
        hidden={{ lesson: key }}
        submit={t.submit}
        guard
        testId="work-form"
      >
        <Field
          t={view.form}
          kind="textarea"
          name="body"
          rows={10}
          label={t.label}
          hint={t.hint}
          value={body}
          error={errors?.body}
          required
        />
      </Form>
    </>
  )
}

const points = ['1', '2', '3', '4', '5']

/** What one thinks of the course, without a name. */
export const OpinionPart = ({ scope, taking, place, raw, errors }: LessonProps) => {
  const t = learningText(scope.locale)
  const view = viewText(scope.locale)
  const words: Record<string, string> = { 1: t.opinion.least, 5: t.opinion.most }
  if (taking.done.has(place.lesson.key)) return <p role="status">{t.isDone}</p>
  return (
    <Form
      t={view.form}
      action={`/training/courses/${taking.course.id}/opinion`}
      errors={errors}
      hidden={{ lesson: place.lesson.key }}
      submit={t.opinion.submit}
      testId="opinion-form"
    >
      <p class="hint">{t.opinion.hint}</p>
      {opinionKeys.map((key) => (
        <Field
          t={view.form}
          kind="radio"
          name={key}
          label={t.opinion[key]}
          value={raw?.[key]}
          options={points.map((value) => ({ value, label: words[value] ?? value }))}
          error={errors?.[key]}
        />
      ))}
      <Field
        t={view.form}
        kind="textarea"
        name="comment"
        label={t.opinion.comment}
        value={raw?.comment}
        error={errors?.comment}
      />
    </Form>
  )
}

/** When and where one meets, and the way to sign in there. */
export const MeetingPart = ({ scope, taking, place }: LessonProps) => {
  const { locale, company } = scope
  const t = learningText(locale).live
  const own = taking.meetings.filter(({ lesson }) => lesson === place.lesson.key)
  if (taking.done.has(place.lesson.key)) return <p role="status">{t.present}</p>
  if (own.length === 0) return <p>{t.none}</p>
  return (
    <>
      <ul class="bullets">
        {own.map(({ startsAt, place: room }) => (
          <li>{t.at(formatMoment(locale, company.timeZone, new Date(startsAt)), room)}</li>
        ))}
      </ul>
      <div class="actions">
        <LinkButton kind="primary" icon="user-check" href="/training/sign-in">
          {t.signIn}
        </LinkButton>
      </div>
    </>
  )
}
