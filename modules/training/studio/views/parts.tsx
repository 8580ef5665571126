import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Confirm } from '../../../../views/confirm.tsx'
import { viewText } from '../../../../views/messages.ts'
import { sayIn } from '../../courses/content.ts'
import { learningText } from '../../learning/messages.ts'
import { studioText } from '../messages.ts'
import type { Asked, Written } from '../reading.ts'

type Props = { scope: Scope; course: Written }

/** The lessons in their order, each to be edited, moved up or taken out. */
export const LessonList = ({ scope, course }: Props) => {
  const { locale } = scope
  const t = studioText(locale)
  const view = viewText(locale)
  const href = `/training/studio/courses/${course.id}`
  const add = (
    <LinkButton small icon="plus" href={`${href}/lesson`}>
      {t.addLesson}
    </LinkButton>
  )
  return (
    <Card title={t.lessons} actions={add} testId="lessons">
      <ul class="courses">
        {course.draft.lessons.map(({ key, kind, title }, at) => (
          <li>
            <div class="what">
              <a href={`${href}/lesson?key=${key}`}>{sayIn(locale, title)}</a>
              <small>{learningText(locale).kinds[kind]}</small>
            </div>
            {at > 0 && (
              <form method="post" action={`${href}/raise`}>
                <input type="hidden" name="key" value={key} />
                <Button small kind="quiet" icon="arrow-up">
                  {t.raise}
                </Button>
              </form>
            )}
            <Confirm
              t={view.confirm}
              id={`remove-${key}`}
              trigger={{ label: t.remove, small: true, kind: 'quiet' }}
              title={t.removeTitle}
              text={t.removeText}
              action={`${href}/remove`}
              submit={t.remove}
              hidden={{ key }}
              danger
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The questions by what they ask for. */
export const QuestionList = ({
  scope,
  course,
  questions,
}: Props & { questions: readonly Asked[] }) => {
  const { locale } = scope
  const t = studioText(locale)
  const view = viewText(locale)
  const add = (
    <LinkButton small icon="plus" href={`/training/studio/courses/${course.id}/question`}>
      {t.addQuestion}
    </LinkButton>
  )
  return (
    <Card title={t.questions} actions={add} testId="questions">
      {questions.length === 0 && <p class="hint">{t.noQuestions}</p>}
      <ul class="courses">
        {questions.map(({ id, document }) => (
          <li>
            <div class="what">
              <a href={`/training/studio/questions/${id}`}>{sayIn(locale, document.stem)}</a>
              <small>
                {[
                  t.kinds[document.kind],
                  t.objective(formatNumber(locale, document.objective)),
                  document.critical && t.critical,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </div>
            <Confirm
              t={view.confirm}
              id={`drop-${id}`}
              trigger={{ label: t.remove, small: true, kind: 'quiet' }}
              title={t.removeTitle}
              text={t.removeText}
              action={`/training/studio/questions/${id}/drop`}
              submit={t.remove}
              danger
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
