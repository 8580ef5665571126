import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Pill } from '../../../../views/pill.tsx'
import { sayIn } from '../../courses/content.ts'
import { studioText } from '../messages.ts'
import type { Asked, Written } from '../reading.ts'
import { isGrave, type Warning } from '../warnings.ts'
import { sayWarning, standOf, standTones } from '../wording.ts'
import { LessonList, QuestionList } from './parts.tsx'
import { PublishCard } from './publish.tsx'

type Props = {
  scope: Scope
  course: Written
  questions: readonly Asked[]
  warnings: readonly Warning[]
  secondReviewer: boolean
}

/** A course as it is being written: what it is about, its lessons, its questions, what it lacks. */
export const WrittenCoursePage = (props: Props) => {
  const { scope, course, questions } = props
  const { locale } = scope
  const t = studioText(locale)
  const stand = standOf(course)
  const href = `/training/studio/courses/${course.id}`
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={`${course.code} ${sayIn(locale, course.titles)}`}
        note={<Pill text={t.states[stand]} tone={standTones[stand]} />}
        trail={[{ href: '/training/studio', label: t.title }]}
        actions={
          course.published !== null && (
            <LinkButton icon="eye" href={`/training/courses/${course.id}`}>
              {t.preview}
            </LinkButton>
          )
        }
      />
      <PageBody>
        {course.archivedAt && (
          <form method="post" action={`${href}/restore`}>
            <Button icon="restore">{t.restore}</Button>
          </form>
        )}
        <Facts scope={scope} course={course} />
        <Warnings {...props} />
        <PublishCard {...props} />
        <LessonList scope={scope} course={course} />
        <QuestionList scope={scope} course={course} questions={questions} />
      </PageBody>
    </>
  )
}

const Facts = ({ scope, course }: Pick<Props, 'scope' | 'course'>) => {
  const { locale } = scope
  const t = studioText(locale)
  const { draft } = course
  const edit = (
    <LinkButton small icon="pencil" href={`/training/studio/courses/${course.id}/facts`}>
      {t.editFacts}
    </LinkButton>
  )
  return (
    <Card title={t.facts} actions={edit}>
      <ul class="bullets">
        {sayIn(locale, draft.objectives)
          .split('\n')
          .filter(Boolean)
          .map((one) => (
            <li>{one}</li>
          ))}
      </ul>
      <p class="hint">{t.minutes(formatNumber(locale, draft.minutes))}</p>
    </Card>
  )
}

const Warnings = ({ scope, course, questions, warnings }: Props) => {
  const t = studioText(scope.locale)
  return (
    <Card title={t.warnings} testId="warnings">
      {warnings.length === 0 ? (
        <p class="good">{t.fine}</p>
      ) : (
        <ul class="bullets">
          {warnings.slice(0, 20).map((one) => (
            <li class={isGrave(one) ? 'late' : undefined}>
              {sayWarning(scope.locale, course.draft, questions, one)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
