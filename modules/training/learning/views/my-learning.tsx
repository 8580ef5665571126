import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Pill } from '../../../../views/pill.tsx'
import { sayIn } from '../../courses/content.ts'
import { progressText } from '../../progress/messages.ts'
import { learningText } from '../messages.ts'
import { isOpen, type Offered, type Own } from '../my-learning.ts'

type Props = {
  scope: Scope
  own: readonly Own[]
  offered: readonly Offered[]
  /** Whether they are the champion of their department, and see how it gets on. */
  champion: boolean
}

/** What one is to learn, what one has learned, and what there is besides. */
export const MyLearningPage = ({ scope, own, offered, champion }: Props) => {
  const t = learningText(scope.locale)
  const open = own.filter(({ status }) => isOpen(status) || status === 'expired')
  const over = own.filter((one) => !open.includes(one))
  const count = (number: number) => formatNumber(scope.locale, number)
  const done = own.filter(({ status }) => status === 'completed').length
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={t.title}
        actions={
          champion && (
            <LinkButton icon="users" href="/training/progress/department">
              {progressText(scope.locale).own}
            </LinkButton>
          )
        }
      />
      <PageBody>
        {own.length > 0 && <p class="hint">{t.summary(count(done), count(own.length))}</p>}
        {own.length === 0 && (
          <Empty
            icon="school"
            title={t.empty}
            text={offered.length === 0 ? t.nothingPublished : t.emptyText}
          />
        )}
        {open.length > 0 && (
          <Card title={t.due} testId="to-learn">
            <ul class="courses">
              {open.map((one) => (
                <OwnCourse scope={scope} own={one} />
              ))}
            </ul>
          </Card>
        )}
        {open.length === 0 && own.length > 0 && <p>{t.allDone}</p>}
        {over.length > 0 && (
          <Card title={t.done} testId="learned">
            <ul class="courses">
              {over.map((one) => (
                <OwnCourse scope={scope} own={one} />
              ))}
            </ul>
          </Card>
        )}
        {offered.length > 0 && (
          <Card title={t.offered} testId="offered">
            <p class="hint">{t.offeredHint}</p>
            <ul class="courses">
              {offered.map(({ id, code, titles, minutes }) => (
                <li>
                  <div class="what">
                    <a href={`/training/courses/${id}`}>{sayIn(scope.locale, titles)}</a>
                    <small>
                      {code} · {t.minutes(count(minutes))}
                    </small>
                  </div>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </PageBody>
    </>
  )
}

const OwnCourse = ({ scope, own }: { scope: Scope; own: Own }) => {
  const { locale } = scope
  const t = learningText(locale)
  const href = `/training/courses/${own.courseId}`
  const open = isOpen(own.status)
  const percent = t.percent(formatNumber(locale, Math.round(100 * own.progress)))
  const day = (iso: string) => printDate(iso, locale)
  const notes = [
    own.code,
    t.minutes(formatNumber(locale, own.minutes)),
    own.mandatory && t.mandatory,
    open && own.dueOn && (own.isLate ? t.late(day(own.dueOn)) : t.dueOn(day(own.dueOn))),
    own.validUntil && t.validUntil(day(own.validUntil)),
  ]
  return (
    <li data-testid="own-course">
      <div class="what">
        <a href={href}>{sayIn(locale, own.titles)}</a>
        <small class={own.isLate ? 'late' : undefined}>{notes.filter(Boolean).join(' · ')}</small>
        {own.status === 'in_progress' && (
          <progress max="100" value={Math.round(100 * own.progress)} aria-label={percent}>
            {percent}
          </progress>
        )}
      </div>
      {own.status === 'failed' || own.status === 'waived' || own.status === 'expired' ? (
        <Pill text={t.statuses[own.status]} tone={own.status === 'waived' ? 'grey' : 'orange'} />
      ) : undefined}
      {open && (
        <LinkButton kind="primary" small href={href}>
          {own.status === 'assigned' ? t.begin : t.go}
        </LinkButton>
      )}
      {own.completionId && !open && (
        <LinkButton small icon="file-text" href={`/training/completions/${own.completionId}`}>
          {t.certificate}
        </LinkButton>
      )}
    </li>
  )
}
