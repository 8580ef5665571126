import type { Department } from '../../../core/access/department-tree.ts'
import type { Raw } from '../../../core/http/form.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { printDate } from '../../../core/values/date.ts'
import { Card } from '../../../views/card.tsx'
import type { FieldErrors } from '../../../views/form.tsx'
import { Head } from '../../../views/head.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Stats } from '../../../views/stat.tsx'
import { Trend } from '../../../views/trend.tsx'
import type { Attestation } from '../attestations.ts'
import { evidenceText } from '../messages.ts'
import type { Metric } from '../metric.ts'
import type { Evidence } from '../reading.ts'
import type { Snapshot } from '../snapshots.ts'
import { isMeasured, sayReading, saySource, sayValue } from '../wording.ts'
import { AttestForm } from './attest-form.tsx'
import { Attestations } from './attestations.tsx'

type Props = {
  locale: Locale
  timeZone: string
  metric: Metric
  evidence: Evidence
  /** The latest first. */
  history: readonly Snapshot[]
  attestations: readonly Attestation[]
  standing: (one: Attestation) => boolean
  departments: readonly Department[]
  raw: Raw
  errors?: FieldErrors
  once: string
  mayManage: boolean
}

/** One figure: what it is now, how it is computed, its weeks, and who vouches for it. */
export const MetricPage = (props: Props) => {
  const { locale, metric, evidence, mayManage } = props
  const t = evidenceText(locale)
  const { n } = evidence
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={metric.title[locale]}
        trail={[{ href: '/rollout/evidence', label: t.title }]}
      />
      <PageBody>
        <div class="stack">
          <Stats
            stats={[
              {
                label: t.now,
                value: sayReading(locale, metric, evidence),
                ...(n === undefined ? {} : { note: t.sample(formatNumber(locale, n)) }),
              },
              { label: t.source, value: saySource(locale, metric, evidence) },
            ]}
          />
          <Card title={t.how}>
            <p>{metric.about?.[locale] ?? t.attestText}</p>
            <p class="hint">
              {t.better[metric.direction]} {metric.kind && t.kinds[metric.kind]}{' '}
              {t.versionOf(String(metric.version ?? 1))}
            </p>
          </Card>
          <Weeks {...props} />
          {props.attestations.length > 0 && <Attestations {...props} />}
          {mayManage && !isMeasured(metric, evidence) && <AttestForm {...props} />}
        </div>
      </PageBody>
    </>
  )
}

const Weeks = ({ locale, metric, history }: Props) => {
  const t = evidenceText(locale)
  const values = history.flatMap(({ value }) => value ?? [])
  const isShare = metric.unit !== 'count' && metric.unit !== 'money'
  return (
    <Card title={t.trend} testId="weeks">
      {history.length === 0 && <p class="nothing">{t.none}</p>}
      {values.length > 1 && (
        <Trend
          label={t.chart(metric.title[locale])}
          points={history.toReversed().map(({ week, value }) => ({ label: week, value }))}
          least={isShare ? 0 : Math.min(0, ...values)}
          most={isShare ? Math.max(100, ...values) : Math.max(...values)}
        />
      )}
      {history.length > 0 && (
        <table class="counts">
          <Head columns={[t.week, t.value, t.version]} />
          <tbody>
            {history.slice(0, 26).map((one) => (
              <tr>
                <th scope="row">{printDate(one.week, locale)}</th>
                <td>
                  {one.value === null
                    ? sayReading(locale, metric, { state: one.state })
                    : sayValue(locale, metric, one.value)}
                </td>
                <td>{t.versionOf(String(one.formulaVersion))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}
