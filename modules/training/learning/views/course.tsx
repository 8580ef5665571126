import type { Child } from 'hono/jsx'
import { today } from '../../../../core/calendar/reading.ts'
import { formatDay, formatNumber } from '../../../../core/i18n/format.ts'
import type { Locale } from '../../../../core/i18n/locale.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Icon } from '../../../../views/icon.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageHead } from '../../../../views/page.tsx'
import { sayIn } from '../../courses/content.ts'
import { mayTryBefore } from '../../quizzes/attempting.ts'
import { learningText } from '../messages.ts'
import type { NextCourse } from '../next.ts'
import { isCompleted, type Taking } from '../taking.ts'
import { NextLink } from './completed.tsx'

type FrameProps = { scope: Scope; taking: Taking; current?: string; children?: Child }

/** The frame of a course: what it is called, what is read now, and all its lessons beside it. */
export const CourseFrame = ({ scope, taking, current, children }: FrameProps) => {
  const { locale } = scope
  const t = learningText(locale)
  const { course, version } = taking
  const isStale = course.reviewDueOn !== null && course.reviewDueOn < today(scope)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={sayIn(locale, version.content.title)}
        trail={[{ href: '/training', label: t.title }]}
      />
      <div class="course-body">
        <div class="course-main">
          {isStale && <p class="hint">{t.course.stale}</p>}
          {children}
        </div>
        <Outline scope={scope} taking={taking} current={current} />
      </div>
    </>
  )
}

const Outline = ({ scope, taking, current }: Omit<FrameProps, 'children'>) => {
  const { locale } = scope
  const t = learningText(locale)
  const begun = taking.assignment !== null && taking.assignment.startedAt !== null
  return (
    <nav class="course-outline" aria-label={t.course.lessons}>
      <h2>{t.course.lessons}</h2>
      <ol>
        {taking.version.content.lessons.map(({ key, kind, title, required }) => {
          const done = taking.done.has(key)
          const way = taking.ways[key]
          const words = (
            <>
              <Icon name={done ? 'circle-check' : 'circle'} />
              <span>
                {sayIn(locale, title)}
                <small>
                  {[
                    t.kinds[kind],
                    !required && t.optional,
                    done && t.isDone,
                    way && t.tour.short[way],
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
            </>
          )
          return (
            <li class={done ? 'done' : undefined}>
              {begun ? (
                <a
                  href={`/training/courses/${taking.course.id}?lesson=${key}`}
                  aria-current={key === current ? 'step' : undefined}
                >
                  {words}
                </a>
              ) : (
                <div>{words}</div>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

type CoverProps = { scope: Scope; taking: Taking; next: NextCourse | undefined }

/** What stands before a course, and after it: what it is for, how it begins, what came of it. */
export const CourseCover = ({ scope, taking, next }: CoverProps) => {
  const { locale } = scope
  const t = learningText(locale)
  const { course, version, assignment, completion } = taking
  const { content } = version
  const state = assignment?.status
  const notes = notesOf(scope, taking)
  const href = `/training/courses/${course.id}`
  const objectives = sayIn(locale, content.objectives).split('\n').filter(Boolean)
  const tries = content.lessons.find(({ kind }) => kind === 'quiz')
  return (
    <>
      <Card title={t.course.objectives} testId="cover">
        <ul class="bullets">
          {objectives.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
        <p class="hint">
          {course.code} · {t.minutes(formatNumber(locale, content.minutes))} ·{' '}
          {t.course.version(formatNumber(locale, version.number))}
        </p>
        <p class="hint">{t.course.pace}</p>
      </Card>
      {notes.length > 0 && (
        <div role="status" data-testid="note">
          {notes.map((note) => (
            <p>{note}</p>
          ))}
        </div>
      )}
      <div class="actions">
        {completion && (
          <LinkButton icon="file-text" href={`/training/completions/${completion.id}`}>
            {t.certificate}
          </LinkButton>
        )}
        {isCompleted(taking) && <NextLink {...{ locale, next }} />}
        {state !== 'failed' && (
          <form method="post" action={`${href}/begin`}>
            <Button
              {...(isCompleted(taking) ? {} : { kind: 'primary' })}
              icon="player-play"
              testId="begin"
            >
              {completion || state === 'expired' ? t.beginAgain : t.begin}
            </Button>
          </form>
        )}
        {tries && state !== 'failed' && !completion && mayTryBefore(taking, tries.key).may && (
          <form method="post" action={`${href}/begin`}>
            <input type="hidden" name="first" value={tries.key} />
            <Button kind="quiet">{t.course.tryFirst}</Button>
          </form>
        )}
      </div>
      {tries && !completion && <p class="hint">{t.course.tryFirstHint}</p>}
    </>
  )
}

function notesOf(scope: Scope, { assignment, completion, changed }: Taking): string[] {
  const { locale, company } = scope
  const t = learningText(locale).course
  if (assignment?.status === 'failed') return [t.failed]
  if (assignment?.status === 'waived') return [t.waived]
  if (assignment?.status === 'expired') return [t.expired]
  if (!completion) return []
  const day = printDate(formatDay(company.timeZone, new Date(completion.completedAt)), locale)
  if (!changed) return [t.completedOn(day)]
  const why = changed.note ? [t.why(changed.note)] : []
  return [t.changed(day), ...why, whatNow(locale, changed.again, assignment)]
}

/** What a changed course asks of somebody who has completed it. */
function whatNow(locale: Locale, again: 'delta' | 'repeat', assignment: Taking['assignment']) {
  const t = learningText(locale).course
  if (assignment?.status !== 'assigned') return t.mayAgain
  const now = assignment.dueOn ? t.againBy(printDate(assignment.dueOn, locale)) : t.again
  return again === 'delta' ? `${now}${t.unchanged}` : now
}

export const CoursePage = ({ scope, taking, next }: CoverProps) => (
  <CourseFrame scope={scope} taking={taking}>
    <CourseCover {...{ scope, taking, next }} />
  </CourseFrame>
)
