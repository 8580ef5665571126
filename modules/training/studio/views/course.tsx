import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Pill } from '../../../../views/pill.tsx'
import { sayIn } from '../../courses/content.ts'
import { learningText } from '../../learning/messages.ts'
import { studioText } from '../messages.ts'
import type { Asked, Written } from '../reading.ts'
import { isGrave, type Warning } from '../warnings.ts'
import { sayWarning, standOf, standTones } from '../wording.ts'

type Props = {
  scope: Scope
  course: Written
  questions: readonly Asked[]
  warnings: readonly Warning[]
}

/** A course as it is being written: what it is about, its lessons, its questions, what it lacks. */
export const WrittenCoursePage = ({ scope, course, questions, warnings }: Props) => {
  const { locale } = scope
  const t = studioText(locale)
  const { draft } = course
  const stand = standOf(course)
  const number = (count: number) => formatNumber(locale, count)
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
        <Card title={t.facts}>
          <ul class="bullets">
            {sayIn(locale, draft.objectives)
              .split('\n')
              .filter(Boolean)
              .map((one) => (
                <li>{one}</li>
              ))}
          </ul>
          <p class="hint">{t.minutes(number(draft.minutes))}</p>
        </Card>
        <Warnings scope={scope} course={course} warnings={warnings} />
        <Card title={t.lessons} testId="lessons">
          <ul class="courses">
            {draft.lessons.map(({ kind, title }) => (
              <li>
                <div class="what">
                  {sayIn(locale, title)}
                  <small>{learningText(locale).kinds[kind]}</small>
                </div>
              </li>
            ))}
          </ul>
        </Card>
        <Card title={t.questions} testId="questions">
          {questions.length === 0 && <p class="hint">{t.noQuestions}</p>}
          <ul class="courses">
            {questions.map(({ document }) => (
              <li>
                <div class="what">
                  {sayIn(locale, document.stem)}
                  <small>
                    {[
                      t.kinds[document.kind],
                      t.objective(number(document.objective)),
                      document.critical && t.critical,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      </PageBody>
    </>
  )
}

const Warnings = ({ scope, course, warnings }: Omit<Props, 'questions'>) => {
  const t = studioText(scope.locale)
  return (
    <Card title={t.warnings} testId="warnings">
      {warnings.length === 0 ? (
        <p class="good">{t.fine}</p>
      ) : (
        <ul class="bullets">
          {warnings.slice(0, 20).map((one) => (
            <li class={isGrave(one) ? 'late' : undefined}>
              {sayWarning(scope.locale, course.draft, one)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
