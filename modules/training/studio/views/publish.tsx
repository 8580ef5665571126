import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { studioText } from '../messages.ts'
import type { Written } from '../reading.ts'
import { isGrave, type Warning } from '../warnings.ts'

type Props = {
  scope: Scope
  course: Written
  warnings: readonly Warning[]
  secondReviewer: boolean
}

/** How a course is published: what kind of change it is, and who learns again. */
export const PublishCard = ({ scope, course, warnings, secondReviewer }: Props) => {
  const t = studioText(scope.locale).publish
  const form = { t: viewText(scope.locale).form, form: 'publish' }
  const href = `/training/studio/courses/${course.id}`
  if (course.state === 'published' || warnings.some(isGrave)) return null
  const waits = course.state === 'review'
  const isMine = course.submittedBy === scope.user.id
  const asks = secondReviewer && !waits
  if (waits && isMine) return <p role="status">{t.waits}</p>
  return (
    <Card title={asks ? t.submit : t.title} testId="publish">
      {secondReviewer && <p class="hint">{asks ? t.submitHint : t.reviewHint}</p>}
      <Form
        t={form.t}
        id="publish"
        action={`${href}/${asks ? 'submit' : 'publish'}`}
        submit={asks ? t.submit : t.title}
        plain
      >
        {course.published !== null && !asks && (
          <>
            <Field
              {...form}
              kind="radio"
              name="change"
              label={t.change}
              value="minor"
              options={[
                { value: 'minor', label: t.minor, note: t.minorHint },
                { value: 'material', label: t.material, note: t.materialHint },
              ]}
            />
            <Field
              {...form}
              kind="select"
              name="again"
              label={t.again}
              hint={t.againHint}
              value="delta"
              options={(['delta', 'new', 'repeat'] as const).map((value) => ({
                value,
                label: t.whose[value],
              }))}
            />
            <Field {...form} kind="text" name="note" label={t.note} />
          </>
        )}
        {warnings.length > 0 && (
          <Field {...form} kind="checkbox" name="partial" label={t.partial} />
        )}
      </Form>
      {course.archivedAt === null && (
        <form method="post" action={`${href}/archive`}>
          <Button kind="quiet" icon="archive" small>
            {t.archive}
          </Button>
        </form>
      )}
    </Card>
  )
}
