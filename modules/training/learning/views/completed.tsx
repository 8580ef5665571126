import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { sayIn } from '../../courses/content.ts'
import { learningText } from '../messages.ts'
import type { NextCourse } from '../next.ts'
import type { Taking } from '../taking.ts'

type Props = { scope: Scope; taking: Taking; next: NextCourse | undefined }

/** That a course is completed, said where its last quiz was passed: the certificate, and what is next. */
export const CompletedCard = ({ scope: { locale }, taking, next }: Props) => {
  const t = learningText(locale)
  return (
    <Card testId="completed">
      <p role="status">{t.course.isCompleted}</p>
      <div class="actions">
        {taking.completion && (
          <LinkButton icon="file-text" href={`/training/completions/${taking.completion.id}`}>
            {t.certificate}
          </LinkButton>
        )}
        <NextLink {...{ locale, next }} />
      </div>
    </Card>
  )
}

/** On to the next course; to all of one's learning when there is none. */
export const NextLink = ({ locale, next }: Pick<Props, 'next'> & Pick<Scope, 'locale'>) => {
  const t = learningText(locale)
  return (
    <LinkButton
      kind="primary"
      icon="arrow-right"
      href={next ? `/training/courses/${next.id}` : '/training'}
    >
      {next ? t.course.nextCourse(sayIn(locale, next.titles)) : t.title}
    </LinkButton>
  )
}
