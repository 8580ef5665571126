import { formatMoment, formatNumber } from '../../../../core/i18n/format.ts'
import type { Locale } from '../../../../core/i18n/locale.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { learningText } from '../../learning/messages.ts'
import { type Attempt, isUnderWay, type Taking } from '../../learning/taking.ts'
import type { LessonProps } from '../../learning/views/lesson.tsx'
import { mayTry, triesAt } from '../attempting.ts'
import { grade } from '../grading.ts'
import { Explanations } from './explanations.tsx'
import { QuestionForm } from './question-form.tsx'

/** A quiz as it stands for its reader: to begin, to answer, or how it went. */
export const QuizPart = (props: LessonProps) => {
  const { scope, taking, place } = props
  const own = taking.attempts.filter(({ lesson }) => lesson === place.lesson.key)
  const open = own.find(({ finishedAt }) => finishedAt === null)
  if (open && isUnderWay(taking)) return <QuestionForm {...props} attempt={open} />
  const last = own.at(-1)
  return (
    <>
      {last && <Result scope={scope} taking={taking} attempt={last} />}
      <Start {...props} />
    </>
  )
}

/** How an attempt went. Explanations come with success, or with the last attempt (R8). */
const Result = ({ scope, taking, attempt }: { scope: Scope; taking: Taking; attempt: Attempt }) => {
  const t = learningText(scope.locale).quiz
  const score = formatNumber(scope.locale, Math.round(attempt.score ?? 0))
  const next = mayTry(scope, taking, attempt.lesson)
  const isOver = !next.may && (next.why === 'passed' || next.why === 'exhausted')
  const { right } = grade(attempt.drawn, attempt.given ?? {}, taking.version.content.pass)
  const { percent } = taking.version.content.pass
  const failed =
    (attempt.score ?? 0) < percent
      ? t.notPassed(score, formatNumber(scope.locale, percent))
      : t.scored(score)
  const missed = attempt.drawn.some(({ id, question }) => question.critical && !right.has(id))
  if (attempt.number === 0)
    return (
      <p role="status">
        {t.before(score)} {taking.done.has(attempt.lesson) && t.spared}
      </p>
    )
  return (
    <>
      <p role="status" data-testid="result" class={attempt.passed ? 'good' : 'late'}>
        {attempt.passed ? t.passed(score) : failed}
        {missed && ` ${t.criticalMissed}`}
      </p>
      {isOver && <Explanations scope={scope} attempt={attempt} right={right} />}
    </>
  )
}

const Start = ({ scope, taking, place: { lesson } }: LessonProps) => {
  const { locale, company } = scope
  const t = learningText(locale).quiz
  const { pass } = taking.version.content
  const next = mayTry(scope, taking, lesson.key)
  if (!isUnderWay(taking)) return null
  if (!next.may && next.why === 'wait')
    return <p>{t.wait(formatMoment(locale, company.timeZone, next.until))}</p>
  if (!next.may) return next.why === 'passed' ? <GoOn {...{ locale, taking }} /> : null
  const count = (number: number) => formatNumber(locale, number)
  const again = triesAt(taking, lesson.key).length > 0
  return (
    <form method="post" action={`/training/courses/${taking.course.id}/attempts`}>
      <p>{t.intro(count(lesson.draw ?? 0), count(pass.percent))}</p>
      <p class="hint">{t.left(count(next.left))}</p>
      <input type="hidden" name="lesson" value={lesson.key} />
      <div class="actions">
        <Button kind="primary" testId="start-quiz">
          {again ? t.again : t.start}
        </Button>
      </div>
    </form>
  )
}

/** Behind a quiz that was passed: on to what is left of the course. */
const GoOn = ({ locale, taking }: { locale: Locale; taking: Taking }) => (
  <div class="actions">
    <LinkButton kind="primary" icon="arrow-right" href={`/training/courses/${taking.course.id}`}>
      {learningText(locale).quiz.goOn}
    </LinkButton>
  </div>
)
