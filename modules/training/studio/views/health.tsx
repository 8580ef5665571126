import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Card } from '../../../../views/card.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Pill } from '../../../../views/pill.tsx'
import { sayIn } from '../../courses/content.ts'
import { type Look, pauses } from '../../tours/missing.ts'
import type { Tour } from '../../tours/tours.ts'
import type { Health, Weak } from '../health.ts'
import { studioText } from '../messages.ts'
import { CourseFigures } from './course-figures.tsx'
import { studioTabs } from './tabs.ts'

type Props = {
  scope: Scope
  health: readonly Health[]
  weak: readonly Weak[]
  tours: readonly Tour[]
  /** The steps of tours that often find nothing to point at. */
  looks: readonly Look[]
}

/** How courses and questions do with those who take them. */
export const HealthPage = ({ scope, health, weak, ...lost }: Props) => {
  const { locale } = scope
  const t = studioText(locale)
  const number = (count: number) => formatNumber(locale, count)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.health.title}
        tabs={studioTabs(scope, 'health')}
      />
      <PageBody wide>
        <CourseFigures {...{ scope, health }} />
        <p class="hint">{t.health.hint}</p>
        <Card title={t.health.weak} testId="weak">
          <p class="hint">{t.health.weakHint}</p>
          {weak.length === 0 && <p>{t.health.noWeak}</p>}
          <ul class="courses">
            {weak.map(({ id, code, stem, flaw, answers }) => (
              <li>
                <div class="what">
                  <a href={`/training/studio/questions/${id}`}>{sayIn(locale, stem)}</a>
                  <small>
                    {code} · {t.health.answers(number(answers))}
                  </small>
                </div>
                <Pill text={t.health.flaws[flaw]} tone="orange" />
              </li>
            ))}
          </ul>
        </Card>
        <LostSteps scope={scope} {...lost} />
      </PageBody>
    </>
  )
}

/** Where tours point at what people do not find (R2); whoever writes tours mends them. */
const LostSteps = ({ scope: { locale }, tours, looks }: Omit<Props, 'health' | 'weak'>) => {
  const t = studioText(locale).health
  const number = (count: number) => formatNumber(locale, count)
  const lost = looks.flatMap((look) => {
    const tour = tours.find(({ code }) => code === look.code)
    const at = tour?.steps.findIndex(({ key }) => key === look.step) ?? -1
    return tour && at >= 0 ? [{ look, tour, at }] : []
  })
  return (
    <Card title={t.lost} testId="lost">
      <p class="hint">{t.lostHint}</p>
      {lost.length === 0 && <p>{t.noLost}</p>}
      <ul class="courses">
        {lost.map(({ look, tour, at }) => (
          <li>
            <div class="what">
              <a href={`/training/tours?show=${tour.code}`}>{sayIn(locale, tour.title)}</a>
              <small>{t.lostStep(number(at + 1), number(look.missing), number(look.looks))}</small>
            </div>
            {tour.offered && pauses(look) && <Pill text={t.paused} tone="orange" />}
          </li>
        ))}
      </ul>
    </Card>
  )
}
