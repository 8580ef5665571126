import { formatMoment } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { labelled } from '../../../core/i18n/punctuation.ts'
import { printDate } from '../../../core/values/date.ts'
import { Pill } from '../../../views/pill.tsx'
import { metricNamed } from '../../evidence/metrics.ts'
import type { Evidence } from '../../evidence/reading.ts'
import { DocumentFile } from '../../evidence/views/document.tsx'
import { sayReading } from '../../evidence/wording.ts'
import { matrixText } from '../../matrix/messages.ts'
import type { Decision } from '../decisions.ts'
import { gatesText } from '../messages.ts'
import { sayScore } from '../wording.ts'
import { tones } from './room.tsx'

type Props = {
  locale: Locale
  timeZone: string
  decisions: readonly Decision[]
  showGate?: boolean
}

/** What was decided, by whom and why, with the evidence as it was then. */
export const Decisions = ({ decisions, ...props }: Props) => (
  <ul class="candidates">
    {decisions.map((one) => (
      <Line one={one} {...props} />
    ))}
  </ul>
)

const Line = ({
  one,
  locale,
  timeZone,
  showGate,
}: Omit<Props, 'decisions'> & { one: Decision }) => {
  const t = gatesText(locale)
  const { strictness } = matrixText(locale)
  const when = formatMoment(locale, timeZone, one.at)
  const who = one.decider ?? t.operator
  const facts = [
    one.second ? t.decidedByTwo(one.second, who, when) : t.decidedBy(who, when),
    one.score === null ? '' : sayScore(locale, { score: one.score, suggestion: one.suggested }),
    strictness.link(strictness.names[one.strictness]),
    one.expiresOn ? t.runsOut(printDate(one.expiresOn, locale)) : '',
    one.recheckOn ? t.recheck(printDate(one.recheckOn, locale)) : '',
  ]
  return (
    <li data-testid="decision">
      <p class="verdict">
        {showGate && <strong>{one.gate}</strong>}
        <Pill text={t.outcomes[one.outcome]} tone={tones[one.outcome]} />
        {one.override && <Pill text={t.override} tone="orange" />}
        <span class="hint">{facts.filter(Boolean).join(' · ')}</span>
      </p>
      <p class="said">{one.reason}</p>
      {one.compensation && <p class="hint">{labelled(locale, t.compensation, one.compensation)}</p>}
      {one.dissent && <p class="hint">{labelled(locale, t.dissent, one.dissent)}</p>}
      <details>
        <summary>{t.inputs}</summary>
        <ul class="reasons">
          {one.inputs.map(({ metric: code, place, reading }) => {
            const metric = metricNamed(code)
            return (
              <li>
                {metric.title[locale]} {place !== 'company' && t.places[place]}{' '}
                <strong>{sayReading(locale, metric, reading)}</strong>{' '}
                <DocumentFile file={(reading as Evidence).attestation?.file ?? null} />
              </li>
            )
          })}
        </ul>
      </details>
    </li>
  )
}
