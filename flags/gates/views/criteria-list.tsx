import { formatMoment, formatNumber } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Bullet } from '../../../views/bullet.tsx'
import { Card } from '../../../views/card.tsx'
import { Pill } from '../../../views/pill.tsx'
import { evidenceText } from '../../evidence/messages.ts'
import type { Metric } from '../../evidence/metric.ts'
import { metricNamed } from '../../evidence/metrics.ts'
import type { Evidence } from '../../evidence/reading.ts'
import { DocumentFile } from '../../evidence/views/document.tsx'
import { isUnvouched, sayReading, saySource, sayValue } from '../../evidence/wording.ts'
import type { Judged } from '../formula.ts'
import type { Gate } from '../gates.ts'
import { gatesText } from '../messages.ts'
import type { Weighed } from '../room.ts'
import { sayTerms } from '../wording.ts'

type Props = {
  locale: Locale
  timeZone: string
  gate: Gate
  judged: readonly Judged<Weighed>[]
  mayManage: boolean
}

/** What must hold, and what is weighed: floor, target, what was read, and from whom. */
export const CriteriaList = ({ judged, ...props }: Props) => {
  const t = gatesText(props.locale)
  const groups = [
    { title: t.must, testId: 'must', rows: judged.filter(({ hard }) => hard) },
    { title: t.weighed, testId: 'weighed', rows: judged.filter(({ hard }) => !hard) },
  ]
  return (
    <>
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, testId, rows }) => (
          <Card title={title} flush testId={testId}>
            <ul class="criteria">
              {rows.map((one) => (
                <Line one={one} {...props} />
              ))}
            </ul>
          </Card>
        ))}
    </>
  )
}

type LineProps = Omit<Props, 'judged'> & { one: Judged<Weighed> }

const Line = ({ one, ...props }: LineProps) => {
  const { locale, timeZone, gate, mayManage } = props
  const t = gatesText(locale)
  const metric = metricNamed(one.metric)
  const evidence = one.reading as Evidence
  const known = one.attainment !== null
  return (
    <li data-testid="row">
      <div>
        <a href={`/rollout/evidence/${one.metric}`}>{metric.title[locale]}</a>
        <small>
          {[
            one.place === 'company' ? '' : t.places[one.place],
            one.hard ? '' : t.weight(String(one.weight)),
            sayTerms(locale, one),
          ]
            .filter(Boolean)
            .join(' · ')}
          {one.critical && !one.hard && ` · ${t.critical}`}
        </small>
      </div>
      {metric.unit !== 'yes' && <Bar locale={locale} metric={metric} one={one} />}
      <div class="read">
        <strong class={known ? '' : 'nothing'}>{sayReading(locale, metric, one.reading)}</strong>
        <small>
          {one.reading.n !== undefined && `n = ${formatNumber(locale, one.reading.n)} · `}
          {saySource(locale, metric, evidence)}
        </small>
        {evidence.attestation && <DocumentFile file={evidence.attestation.file} />}
        {mayManage && isUnvouched(metric, evidence) && (
          <a class="vouch" href={`/rollout/evidence/${one.metric}#form`}>
            {evidenceText(locale).attest}
          </a>
        )}
      </div>
      <State locale={locale} one={one} />
      {one.lateAt && (
        <p class="late-change">
          {t.lateChanged(formatMoment(locale, timeZone, one.lateAt), one.lateReason ?? '')}
        </p>
      )}
      {mayManage && !metric.kind && (
        <a class="quiet-link" href={`/rollout/gates/${gate.code}/criteria/${one.id}`}>
          {t.change}
        </a>
      )}
    </li>
  )
}

type BarProps = { locale: Locale; metric: Metric; one: Judged<Weighed> }

const Bar = ({ locale, metric, one }: BarProps) => {
  const t = gatesText(locale)
  const say = (value: number) => sayValue(locale, metric, value)
  const known = one.attainment !== null
  return (
    <Bullet
      label={t.bullet(sayReading(locale, metric, one.reading), say(one.floor), say(one.target))}
      floor={one.floor}
      target={one.target}
      actual={known ? one.reading.value : undefined}
      tone={one.isBelow ? 'danger' : one.attainment === 1 ? 'good' : 'warning'}
    />
  )
}

const State = ({ locale, one }: { locale: Locale; one: Judged<Weighed> }) => {
  const t = gatesText(locale)
  if (one.attainment === null) return <Pill text={t.outcomes.insufficient} />
  if (one.hard)
    return one.attainment === 1 ? (
      <Pill text={t.holds} tone="green" />
    ) : (
      <Pill text={t.fails} tone="red" />
    )
  if (one.isBelow) return <Pill text={t.below} tone="red" />
  const share = formatNumber(locale, Math.round(100 * one.attainment))
  return <Pill text={`${share}%`} tone={one.attainment === 1 ? 'green' : 'orange'} />
}
