import type { Scope } from '../../../../core/scope.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Pill } from '../../../../views/pill.tsx'
import { sayIn } from '../../courses/content.ts'
import { studioText } from '../../studio/messages.ts'
import { standTones } from '../../studio/wording.ts'
import type { Goal } from '../effect.ts'
import { tourText } from '../messages.ts'
import type { WrittenTour } from '../reading.ts'
import { isGraveForTour, tourWarnings } from '../warnings.ts'
import { sayTourWarning, tourStand } from '../wording.ts'
import { FollowedCards, type FollowedProps } from './followed.tsx'
import { type Preview, PreviewForm } from './preview.tsx'
import { PublishTour } from './publish.tsx'
import { StepList } from './steps.tsx'

type Props = {
  scope: Scope
  tour: WrittenTour
  goal: Goal | undefined
  secondReviewer: boolean
  /** What scripts keep in order to write on the page itself. */
  writer: string
  preview: Preview
  followed: Omit<FollowedProps, 'scope'> | undefined
}

/** A tour as it is being written: what it is about, its steps, what it lacks, how it is followed. */
export const WrittenTourPage = (props: Props) => {
  const { scope, tour, writer } = props
  const { locale } = scope
  const [t, words] = [tourText(locale).studio, studioText(locale)]
  const href = `/training/studio/tours/${tour.id}`
  const stand = tourStand(tour)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={sayIn(locale, tour.draft.title)}
        note={<Pill text={words.states[stand]} tone={standTones[stand]} />}
        trail={[
          { href: '/training/studio', label: words.title },
          { href: '/training/studio/tours', label: t.tab },
        ]}
        actions={
          <span class="needs-script" data-write-tour={writer}>
            <Button type="button" kind="primary" icon="pencil" testId="write-on-page">
              {t.onPage}
            </Button>
          </span>
        }
      />
      <PageBody>
        {tour.archivedAt && (
          <form method="post" action={`${href}/restore`}>
            <Button icon="restore">{words.restore}</Button>
          </form>
        )}
        <p class="hint needs-script">{t.onPageHint}</p>
        <TourFacts {...props} />
        <Card
          title={t.steps}
          actions={
            <LinkButton small icon="plus" href={`${href}/step`}>
              {t.addStep}
            </LinkButton>
          }
        >
          <StepList {...{ locale, tour }} editHref={(key) => `${href}/step?key=${key}`} />
        </Card>
        <Card title={t.preview}>
          <PreviewForm {...props} action={href} />
        </Card>
        <Warnings {...props} />
        <PublishTour {...props} />
        {props.followed && <FollowedCards scope={scope} {...props.followed} />}
      </PageBody>
    </>
  )
}

const TourFacts = ({ scope: { locale }, tour, goal }: Props) => {
  const t = tourText(locale).studio
  const edit = (
    <LinkButton small icon="pencil" href={`/training/studio/tours/${tour.id}/facts`}>
      {t.edit}
    </LinkButton>
  )
  return (
    <Card title={t.facts} actions={edit}>
      <p>
        {t.start} <code>{tour.draft.start}</code>
      </p>
      {tour.draft.offered && <p>{t.offered}</p>}
      <p class="hint">{t.goalIs(goal?.label[locale] ?? t.noGoal)}</p>
    </Card>
  )
}

const Warnings = ({ scope: { locale }, tour }: Props) => {
  const t = tourText(locale).studio
  const warnings = tourWarnings(tour.draft)
  return (
    <Card title={t.warnings} testId="warnings">
      {warnings.length === 0 && <p class="good">{t.fine}</p>}
      <ul class="bullets">
        {warnings.map((one) => (
          <li class={isGraveForTour(one) ? 'late' : undefined}>{sayTourWarning(locale, one)}</li>
        ))}
      </ul>
    </Card>
  )
}
