import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Card } from '../../../../views/card.tsx'
import { sayIn } from '../../courses/content.ts'
import { fewestShown } from '../../evidence/fewest.ts'
import { type Tried, tourEffect } from '../../evidence/formula.ts'
import type { Goal } from '../effect.ts'
import { dropOffs, type Funnel } from '../followed.ts'
import { tourText } from '../messages.ts'
import type { Tour } from '../tours.ts'

export type FollowedProps = {
  scope: Scope
  tour: Tour
  funnel: Funnel
  /** The deed by which its effect is judged, and who did it; undefined where none was chosen. */
  effect: { goal: Goal; finished: Tried; others: Tried } | undefined
}

/** How people fare with a tour step by step, and whether it changes what they do. */
export const FollowedCards = (props: FollowedProps) => {
  const t = tourText(props.scope.locale).studio
  return (
    <>
      <Card title={t.followed} testId="followed">
        {props.funnel.started === 0 ? <p>{t.nobody}</p> : <FunnelTable {...props} />}
      </Card>
      <Card title={t.effect} testId="effect">
        <EffectText {...props} />
      </Card>
    </>
  )
}

const FunnelTable = ({ scope: { locale }, tour, funnel }: FollowedProps) => {
  const t = tourText(locale).studio
  const number = (count: number) => formatNumber(locale, count)
  const people = (count: number) => (count > 0 && count < fewestShown ? t.few : number(count))
  const drops = dropOffs(funnel)
  const drop = (at: number) => {
    const [share, reached] = [drops[at], funnel.steps[at]?.reached ?? 0]
    return share === undefined || reached < fewestShown
      ? '–'
      : `${number(Math.round(100 * share))}%`
  }
  return (
    <>
      <p>
        {t.begun} {people(funnel.started)} · {t.finished} {people(funnel.finished)}
      </p>
      <div class="heat-frame">
        <table class="figure-table">
          <caption class="sr-only">{t.followed}</caption>
          <thead>
            <tr>
              <th scope="col">{t.steps}</th>
              <th scope="col">{t.reached}</th>
              <th scope="col">{t.left}</th>
              <th scope="col">{t.missing}</th>
              <th scope="col">{t.drop}</th>
            </tr>
          </thead>
          <tbody>
            {funnel.steps.map(({ reached, left, missing }, at) => (
              <tr>
                <th scope="row">
                  {number(at + 1)}.{' '}
                  {sayIn(locale, tour.steps[at]?.title ?? tour.steps[at]?.body ?? {})}
                </th>
                <td data-label={t.reached}>{people(reached)}</td>
                <td data-label={t.left}>{people(left)}</td>
                <td data-label={t.missing}>{people(missing)}</td>
                <td data-label={t.drop}>{drop(at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="hint">{t.followedHint}</p>
    </>
  )
}

const EffectText = ({ scope: { locale }, effect }: FollowedProps) => {
  const t = tourText(locale).studio
  if (!effect) return <p class="hint">{t.effectNone}</p>
  const { goal, finished, others } = effect
  const found = tourEffect(finished, others)
  const [mine, rest] = [finished, others].map(({ took }) => formatNumber(locale, took))
  const points = (share: number) => formatNumber(locale, Math.round(1000 * share) / 10)
  return (
    <>
      {found ? (
        <p>
          <strong>
            {t.effectSays(points(found.effect), points(found.low), points(found.high))}
          </strong>{' '}
          {t.effectGroups(mine ?? '', rest ?? '')}
        </p>
      ) : (
        <p>{t.effectFew(mine ?? '', rest ?? '')}</p>
      )}
      <p class="hint">{t.effectHint(goal.label[locale])}</p>
    </>
  )
}
