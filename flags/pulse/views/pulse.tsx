import type { Raw } from '../../../core/http/form.ts'
import { formatDay } from '../../../core/i18n/format.ts'
import type { Module } from '../../../core/module.ts'
import { formatIndex } from '../../../core/quality/wording.ts'
import type { Scope } from '../../../core/scope.ts'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import type { FieldErrors } from '../../../views/form.tsx'
import { LineChart } from '../../../views/line-chart.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Stats } from '../../../views/stat.tsx'
import { adkarText } from '../../adkar/messages.ts'
import { peopleTabs } from '../../adkar/views/tabs.ts'
import { surveysText } from '../../surveys/messages.ts'
import type { Rounds } from '../../surveys/rounds.ts'
import { OpenForm, OpenRound, RoundTabs } from '../../surveys/views/rounds.tsx'
import { pulseText } from '../messages.ts'
import type { Pulse } from '../reading.ts'

type Props = {
  scope: Scope
  modules: readonly Module[]
  rounds: Rounds
  pulse: Pulse | undefined
  trend: readonly { closedAt: Date; pulse: Pulse }[]
  raw: Raw
  errors?: FieldErrors
  once: string
  mayManage: boolean
}

const place = '/rollout/people/pulse'

/** How the work with the modules goes: the round that is open, the last one, and how it went on. */
export const PulsePage = (props: Props) => {
  const { scope, rounds, pulse, raw, errors, once, mayManage } = props
  const { locale, company } = scope
  const t = pulseText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={adkarText(locale).title}
        tabs={peopleTabs(locale, 'pulse')}
      />
      <PageBody wide>
        <div class="stack">
          <OpenRound {...{ locale, place, rounds, mayManage }} />
          <RoundTabs {...{ locale, timeZone: company.timeZone, place, rounds }} />
          {!rounds.open && !pulse && (
            <Empty icon="checklist" title={t.none} text={mayManage ? t.noneText : t.noneReader} />
          )}
          {pulse && <Results {...props} pulse={pulse} />}
          {!rounds.open && mayManage && <OpenForm {...{ locale, place, raw, errors, once }} />}
          <p class="hint">{t.about}</p>
        </div>
      </PageBody>
    </>
  )
}

type ResultsProps = Props & { pulse: Pulse }

const Results = ({ scope, modules, pulse, trend }: ResultsProps) => {
  const { locale } = scope
  const t = pulseText(locale)
  const words = surveysText(locale)
  if (!pulse.all) return <p class="remark">{t.tooFew}</p>
  return (
    <>
      <Stats
        stats={[
          { label: t.index, value: formatIndex(locale, pulse.all.value), note: t.of100 },
          { label: words.rounds, value: words.answers(String(pulse.n)) },
        ]}
      />
      <Card title={t.modules} testId="modules">
        <ul class="figures">
          {[...pulse.modules].map(([id, { n, value }]) => (
            <li>
              <span>{modules.find((module) => module.id === id)?.title[locale] ?? id}</span>
              <span class="hint">{words.answers(String(n))}</span>
              <span class="figure">{formatIndex(locale, value)}</span>
            </li>
          ))}
        </ul>
      </Card>
      {trend.length > 1 && <Trend scope={scope} trend={trend} />}
    </>
  )
}

const Trend = ({ scope, trend }: Pick<Props, 'scope' | 'trend'>) => {
  const { locale, company } = scope
  const t = pulseText(locale)
  const words = surveysText(locale)
  return (
    <Card title={words.trend}>
      <LineChart
        label={t.trendLabel}
        points={trend.map(({ closedAt, pulse: { all } }) => ({
          label: formatDay(company.timeZone, closedAt),
          value: all?.value ?? null,
          text: all ? formatIndex(locale, all.value) : words.tooFew,
        }))}
        least={0}
        most={100}
        marks={[{ value: 70, label: t.good }]}
        words={{ table: words.table, point: words.when, value: words.value }}
      />
    </Card>
  )
}
