import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { sayIn } from '../../courses/content.ts'
import { learningText } from '../../learning/messages.ts'
import { tourText } from '../messages.ts'
import { missingIn, type Tour } from '../tours.ts'

export type Player = { script: string; style: string }
export type Followed = ReadonlyMap<string, { started: number; finished: number }>

type Props = {
  scope: Scope
  tours: readonly Tour[]
  shown: Tour | undefined
  player: Player
  /** How often each was followed; for those who teach. */
  followed: Followed | undefined
}

/** All tours, or one of them as a list to read and to print. */
export const ToursPage = ({ scope, tours, shown, player, followed }: Props) => {
  const { locale } = scope
  const t = tourText(locale)
  const trail = { href: '/training', label: learningText(locale).title }
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={shown ? sayIn(locale, shown.title) : t.title}
        trail={shown ? [trail, { href: '/training/tours', label: t.title }] : [trail]}
        actions={shown && <Start {...{ scope, player }} tour={shown} />}
      />
      <PageBody>
        {shown ? (
          <>
            <p class="hint screen-only">{t.print}</p>
            <ol class="bullets" data-testid="tour-text">
              {shown.steps.map((step) => (
                <li>{sayIn(locale, step.body)}</li>
              ))}
            </ol>
          </>
        ) : (
          <Card>
            <p class="hint">{t.hint}</p>
            <ul class="courses">
              {tours.map((tour) => (
                <TourItem {...{ scope, tour, player, followed }} />
              ))}
            </ul>
          </Card>
        )}
      </PageBody>
    </>
  )
}

type ItemProps = Pick<Props, 'scope' | 'player'> & { tour: Tour }

const TourItem = ({ scope, tour, player, followed }: ItemProps & Pick<Props, 'followed'>) => {
  const { locale } = scope
  const t = tourText(locale)
  const number = (count: number) => formatNumber(locale, count)
  const counts = followed?.get(tour.code)
  const notes = [
    t.steps(number(tour.steps.length)),
    followed && t.followed(number(counts?.started ?? 0), number(counts?.finished ?? 0)),
  ]
  return (
    <li>
      <div class="what">
        <a href={`/training/tours?show=${tour.code}`}>{sayIn(locale, tour.title)}</a>
        <small>{notes.filter(Boolean).join(' · ')}</small>
      </div>
      <LinkButton small kind="quiet" href={`/training/tours?show=${tour.code}`}>
        {t.asText}
      </LinkButton>
      <Start {...{ scope, tour, player }} />
    </li>
  )
}

/** The way onto the page; scripts keep the tour and go there, without them one reads the text. */
export const Start = ({ scope, tour, player }: ItemProps) => {
  const { locale } = scope
  const t = tourText(locale)
  const steps = tour.steps.map((step) => ({
    ...{ key: step.key, anchor: step.anchor, path: step.path, advance: step.advance },
    ...{ text: sayIn(locale, step.body), missing: missingIn(scope, tour, step) },
  }))
  const { off, permission, otherPage, record, openPage, next, done, close, step, click } = t
  const words = { off, permission, otherPage, record, openPage, next, done, close, step, click }
  const story = {
    code: tour.code,
    title: sayIn(locale, tour.title),
    start: tour.start,
    steps,
    words,
  }
  return (
    <span class="needs-script" data-start-tour={JSON.stringify({ ...story, player })}>
      <Button type="button" icon="route">
        {t.start}
      </Button>
    </span>
  )
}
