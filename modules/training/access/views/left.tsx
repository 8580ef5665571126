import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { sayIn } from '../../courses/content.ts'
import { learningText } from '../../learning/messages.ts'
import type { Left } from '../left.ts'
import { accessText } from '../messages.ts'

type Props = { scope: Scope; left: { core: Left[]; quick: Left[] }; module: string }

/** What is left before one may write, each with the way to begin it. */
export const LeftPage = ({ scope, left, module }: Props) => {
  const { locale } = scope
  const t = accessText(locale)
  const isDone = left.core.length + left.quick.length === 0
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        trail={[{ href: '/training', label: learningText(locale).title }]}
      />
      <PageBody>
        <p>{isDone ? t.done(module) : t.left(module)}</p>
        {!isDone && <p class="hint">{t.hint}</p>}
        {left.core.length > 0 && <Courses scope={scope} title={t.core} courses={left.core} />}
        {left.quick.length > 0 && <Courses scope={scope} title={t.quick} courses={left.quick} />}
        {!isDone && <p class="hint">{t.urgent}</p>}
      </PageBody>
    </>
  )
}

type CoursesProps = { scope: Scope; title: string; courses: readonly Left[] }

const Courses = ({ scope: { locale }, title, courses }: CoursesProps) => {
  const t = accessText(locale)
  return (
    <Card title={title} testId="left">
      <ul class="courses">
        {courses.map(({ id, code, titles, minutes, begun }) => (
          <li>
            <div class="what">
              <a href={`/training/courses/${id}`}>{sayIn(locale, titles)}</a>
              <small>
                {code} · {learningText(locale).minutes(formatNumber(locale, minutes))}
              </small>
            </div>
            <LinkButton kind="primary" small href={`/training/courses/${id}`}>
              {begun ? t.go : t.begin}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
