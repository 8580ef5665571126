import type { Child } from 'hono/jsx'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { markdown } from '../../../../views/markdown.ts'
import { externalAddress } from '../../../../views/markup.ts'
import { type Lesson, stepsOf, wordsIn } from '../../courses/content.ts'
import { QuizPart } from '../../quizzes/views/quiz.tsx'
import { learningText } from '../messages.ts'
import type { NextCourse } from '../next.ts'
import type { Place } from '../place.ts'
import { isCompleted, type Taking } from '../taking.ts'
import type { TourLesson } from '../tour-lessons.ts'
import { CompletedCard } from './completed.tsx'
import { CourseFrame } from './course.tsx'
import { MeetingPart, OpinionPart, WorkPart } from './lesson-forms.tsx'
import { TourPart } from './tour-part.tsx'
import { Translated } from './translated.tsx'

export type LessonProps = {
  scope: Scope
  taking: Taking
  place: Place
  /** Of a lesson that is a tour. */
  tour?: TourLesson | undefined
  /** What comes after the course, once it is completed. */
  next?: NextCourse | undefined
  /** What was typed, when it comes back with errors. */
  raw?: Raw
  errors?: Errors
}

/** One lesson at the step where its reader is, in the frame of its course. */
export const LessonPage = (props: LessonProps) => {
  const { scope, taking, place, next } = props
  const { lesson } = place
  const isOver = lesson.kind === 'quiz' && isCompleted(taking)
  const title = wordsIn(scope.locale, lesson.title)
  return (
    <CourseFrame scope={scope} taking={taking} current={lesson.key}>
      {isOver && <CompletedCard {...{ scope, taking, next }} />}
      <Card title={title.text} testId="lesson">
        <LessonText {...props} />
        <LessonWork {...props} />
      </Card>
    </CourseFrame>
  )
}

/** The text of this step; in the other language, and marked as such, where it has no own. */
const LessonText = ({ scope, place: { lesson, step, steps } }: LessonProps) => {
  const t = learningText(scope.locale)
  const body = wordsIn(scope.locale, lesson.body)
  const part = stepsOf(body.text)[step] ?? ''
  const number = (count: number) => formatNumber(scope.locale, count)
  return (
    <>
      {steps > 1 && <p class="hint">{t.step(number(step + 1), number(steps))}</p>}
      <Translated locale={scope.locale} texts={[lesson.body]} />
      {lesson.kind === 'video' && <Video lesson={lesson} t={t} />}
      <div class="prose" lang={body.foreign}>
        {markdown(part)}
      </div>
    </>
  )
}

const Video = ({ lesson, t }: { lesson: Lesson; t: ReturnType<typeof learningText> }) => {
  const address = externalAddress(lesson.video ?? '')
  return (
    <>
      {address && (
        <p>
          <LinkButton icon="player-play" href={address}>
            {t.watch}
          </LinkButton>
        </p>
      )}
      <h3>{t.transcript}</h3>
    </>
  )
}

/** What is to be done in a lesson, each kind its own. */
const LessonWork = (props: LessonProps): Child => {
  switch (props.place.lesson.kind) {
    case 'quiz':
      return <QuizPart {...props} />
    case 'hand-in':
      return <WorkPart {...props} />
    case 'survey':
      return <OpinionPart {...props} />
    case 'live':
      return <MeetingPart {...props} />
    case 'tour':
      return isLastStep(props.place) ? <TourPart {...props} /> : <Steps {...props} />
    default:
      return <Steps {...props} />
  }
}

const isLastStep = ({ step, steps }: Place): boolean => step + 1 === steps

/** Back and on; with the last step the lesson is done. */
const Steps = ({ scope, taking, place }: LessonProps) => {
  const t = learningText(scope.locale)
  const { lesson, step } = place
  const href = `/training/courses/${taking.course.id}`
  return (
    <div class="actions">
      {step > 0 && (
        <LinkButton icon="arrow-left" href={`${href}?lesson=${lesson.key}&step=${step - 1}`}>
          {t.back}
        </LinkButton>
      )}
      <form method="post" action={`${href}/steps`}>
        <input type="hidden" name="lesson" value={lesson.key} />
        <input type="hidden" name="step" value={step} />
        <Button kind="primary" icon="arrow-right" testId="next">
          {isLastStep(place) ? t.lessonDone : t.next}
        </Button>
      </form>
    </div>
  )
}
