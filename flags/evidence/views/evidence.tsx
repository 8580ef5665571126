import { formatNumber } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Button } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { evidenceText } from '../messages.ts'
import type { Metric } from '../metric.ts'
import type { Evidence } from '../reading.ts'
import { isMeasured, sayReading, saySource } from '../wording.ts'

type Row = { metric: Metric; evidence: Evidence }

type Props = { locale: Locale; rows: readonly Row[]; mayTake: boolean }

/** All figures as they are now; each opens what it is made of. */
export const EvidencePage = ({ locale, rows, mayTake }: Props) => {
  const t = evidenceText(locale)
  const { measured, vouched } = Object.groupBy(rows, ({ metric, evidence }) =>
    isMeasured(metric, evidence) ? 'measured' : 'vouched',
  )
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        actions={
          mayTake && (
            <form method="post" action="/rollout/evidence">
              <Button icon="calendar-plus">{t.take}</Button>
            </form>
          )
        }
      />
      <PageBody wide>
        <div class="stack">
          <p class="hint">{t.about}</p>
          {vouched && (
            <Card title={t.byPeople} flush testId="vouched">
              <p class="card-note hint">{t.byPeopleText}</p>
              <Figures locale={locale} rows={vouched} />
            </Card>
          )}
          {measured && (
            <Card title={t.measured} flush testId="figures">
              <Figures locale={locale} rows={measured} />
            </Card>
          )}
        </div>
      </PageBody>
    </>
  )
}

const Figures = ({ locale, rows }: Omit<Props, 'mayTake'>) => (
  <ul class="figures">
    {rows.map((row) => (
      <Line locale={locale} {...row} />
    ))}
  </ul>
)

const Line = ({ locale, metric, evidence }: Row & { locale: Locale }) => {
  const t = evidenceText(locale)
  const known = evidence.state === 'ok'
  return (
    <li data-testid="row">
      <a href={`/rollout/evidence/${metric.code}`}>{metric.title[locale]}</a>
      <span class="hint">{saySource(locale, metric, evidence)}</span>
      <span class={known ? 'figure' : 'nothing'}>
        {sayReading(locale, metric, evidence)}
        {known && evidence.n !== undefined && (
          <small>{t.sample(formatNumber(locale, evidence.n))}</small>
        )}
      </span>
    </li>
  )
}
