import { formatDay, formatNumber } from '../../../core/i18n/format.ts'
import { formatShare } from '../../../core/quality/wording.ts'
import { Card } from '../../../views/card.tsx'
import { LineChart } from '../../../views/line-chart.tsx'
import { Stats } from '../../../views/stat.tsx'
import { surveysText } from '../../surveys/messages.ts'
import { WorkCard } from '../../surveys/views/work.tsx'
import { elements } from '../formula.ts'
import { adkarText } from '../messages.ts'
import type { Closed } from '../reading.ts'
import type { AdkarProps } from './adkar.tsx'
import { ElementsCard } from './elements.tsx'

export type ResultsProps = AdkarProps & { closed: Closed }

/** What a closed round said: the company, its departments, and what to do about it. */
export const Results = (props: ResultsProps) => {
  const { scope, closed, departments } = props
  const { locale } = scope
  const t = adkarText(locale)
  const words = surveysText(locale)
  const { company } = closed
  if (!company) return <p class="remark">{t.tooFew}</p>
  const nameOf = (id: string) => departments.find((one) => one.id === id)?.name ?? ''
  const { barrier, barriers, free, n } = company
  return (
    <>
      <Stats
        stats={[
          { label: t.free, value: formatShare(locale, free / n), note: t.freeNote },
          {
            label: t.barrier,
            value: barrier ? t.elements[barrier] : t.noBarrier,
            note: barrier ? t.barrierNote(formatNumber(locale, barriers[barrier])) : undefined,
          },
          { label: words.rounds, value: words.answers(String(n)) },
        ]}
      />
      <ElementsCard locale={locale} title={t.company} adkar={company} />
      <Actions {...props} nameOf={nameOf} />
      {closed.departments.map(({ id, ...adkar }) => (
        <ElementsCard locale={locale} title={nameOf(id)} adkar={adkar} />
      ))}
      {closed.departments.length === 0 && <p class="hint">{words.noDepartments}</p>}
      <p class="hint">{words.departmentsText}</p>
      <Trend {...props} />
    </>
  )
}

/** For each element that holds back most people somewhere, what helps against it. */
const Actions = ({ scope, closed, mayManage, nameOf }: ResultsProps & Named) => {
  const { locale } = scope
  const t = adkarText(locale)
  const places = [
    ...(closed.company ? [{ name: t.company, barrier: closed.company.barrier }] : []),
    ...closed.departments.map(({ id, barrier }) => ({ name: nameOf(id), barrier })),
  ]
  const list = new Intl.ListFormat(locale)
  const suggestions = elements.flatMap((element) => {
    const there = places.filter(({ barrier }) => barrier === element).map(({ name }) => name)
    if (there.length === 0) return []
    const because = t.because(t.elements[element], list.format(there))
    return [{ value: element, action: t.actions[element], because }]
  })
  return (
    <WorkCard
      title={t.what}
      text={t.whatText}
      none={t.whatNone}
      action="/rollout/people/work"
      name="element"
      suggestions={suggestions}
      mayManage={mayManage}
      submit={surveysText(locale).makeWork}
    />
  )
}

type Named = { nameOf: (id: string) => string }

const Trend = ({ scope, trend }: ResultsProps) => {
  const { locale, company } = scope
  const words = surveysText(locale)
  if (trend.length < 2) return null
  return (
    <Card title={words.trend}>
      <LineChart
        label={adkarText(locale).trendLabel}
        points={trend.map(({ closedAt, found }) => ({
          label: formatDay(company.timeZone, closedAt),
          value: found ? (100 * found.free) / found.n : null,
          text: found ? formatShare(locale, found.free / found.n) : words.tooFew,
        }))}
        least={0}
        most={100}
        words={{ table: words.table, point: words.when, value: words.value }}
      />
    </Card>
  )
}
