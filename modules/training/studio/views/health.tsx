import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Card } from '../../../../views/card.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Pill } from '../../../../views/pill.tsx'
import { Table } from '../../../../views/table.tsx'
import { sayIn } from '../../courses/content.ts'
import { fewestShown } from '../../evidence/fewest.ts'
import { firstTimePass, learningGain } from '../../evidence/formula.ts'
import { type Look, pauses } from '../../tours/missing.ts'
import type { Tour } from '../../tours/tours.ts'
import type { Health, Weak } from '../health.ts'
import { studioText } from '../messages.ts'
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
  const view = viewText(locale)
  const number = (count: number) => formatNumber(locale, count)
  /** A share of so many; fewer say nothing, and could be told apart (R22). */
  const share = (value: number | undefined, of: number) =>
    value === undefined || of < fewestShown
      ? t.health.few
      : t.health.percent(number(Math.round(100 * value)))
  const gain = ({ gained: { people, before, after } }: Health) =>
    share(before === null || after === null ? undefined : learningGain(before, after), people)
  return (
    <>
      <PageHead t={view.page} title={t.health.title} tabs={studioTabs(scope, 'health')} />
      <PageBody wide>
        <Table
          t={view.table}
          caption={t.health.title}
          columns={[
            { key: 'name', label: t.name, cell: (one) => sayIn(locale, one.titles) },
            { key: 'code', label: t.code, quiet: true, cell: (one) => one.code },
            {
              key: 'taking',
              label: t.health.taking,
              align: 'end',
              cell: (one) => number(one.taking),
            },
            {
              key: 'completed',
              label: t.health.completed,
              align: 'end',
              cell: (one) => number(one.completed),
            },
            {
              key: 'first',
              label: t.health.first,
              align: 'end',
              cell: ({ first: { took, passed } }) => share(firstTimePass(passed, took), took),
            },
            { key: 'gain', label: t.health.gain, align: 'end', cell: gain },
            {
              key: 'satisfied',
              label: t.health.satisfied,
              align: 'end',
              cell: ({ opinions, satisfied }) => share(satisfied / opinions, opinions),
            },
          ]}
          rows={health}
          rowId={(one) => one.courseId}
          rowName={(one) => sayIn(locale, one.titles)}
          rowHref={(one) => `/training/studio/courses/${one.courseId}`}
        />
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
