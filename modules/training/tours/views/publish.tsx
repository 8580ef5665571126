import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { studioText } from '../../studio/messages.ts'
import { tourText } from '../messages.ts'
import type { WrittenTour } from '../reading.ts'
import { isGraveForTour, tourWarnings } from '../warnings.ts'

type Props = { scope: Scope; tour: WrittenTour; secondReviewer: boolean }

/** How a tour is published, by a second person where the company wants one. */
export const PublishTour = ({ scope, tour, secondReviewer }: Props) => {
  const t = tourText(scope.locale).studio
  const words = studioText(scope.locale).publish
  const form = { t: viewText(scope.locale).form, form: 'publish' }
  const href = `/training/studio/tours/${tour.id}`
  const warnings = tourWarnings(tour.draft)
  const waits = tour.state === 'review'
  const asks = secondReviewer && !waits
  const isReady = tour.state !== 'published' && !warnings.some(isGraveForTour)
  if (tour.archivedAt) return null
  if (waits && tour.submittedBy === scope.user.id) return <p role="status">{words.waits}</p>
  return (
    <Card title={asks ? words.submit : words.title} testId="publish">
      {secondReviewer && isReady && <p class="hint">{asks ? t.submitHint : t.reviewHint}</p>}
      {isReady && (
        <Form
          t={form.t}
          id="publish"
          action={`${href}/${asks ? 'submit' : 'publish'}`}
          submit={asks ? words.submit : words.title}
          plain
        >
          {warnings.length > 0 && (
            <Field {...form} kind="checkbox" name="partial" label={t.partial} />
          )}
        </Form>
      )}
      <form class="tour-away" method="post" action={`${href}/archive`}>
        <Button kind="quiet" icon="archive" small>
          {t.archive}
        </Button>
      </form>
    </Card>
  )
}
