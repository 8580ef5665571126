import { formatNumber } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { listed } from '../../../core/i18n/punctuation.ts'
import { Card } from '../../../views/card.tsx'
import { Head } from '../../../views/head.tsx'
import { Radar } from '../../../views/radar.tsx'
import { Stats } from '../../../views/stat.tsx'
import { surveysText } from '../../surveys/messages.ts'
import { readinessText } from '../messages.ts'
import { dimensions } from '../questions.ts'
import type { Closed } from '../reading.ts'
import { ClaimsCard } from './claims.tsx'
import { FindingsCard } from './findings.tsx'
import { ItemsCard } from './items.tsx'
import { LowCard } from './low.tsx'
import type { ReadinessProps } from './readiness.tsx'

export type ResultsProps = ReadinessProps & { closed: Closed }

/** A value from 0 to 100 as people read it; a word where there is none. */
export const sayIndex = (locale: Locale, value: number | null | undefined): string =>
  value === null || value === undefined
    ? readinessText(locale).unknown
    : formatNumber(locale, Math.round(value))

/** What a closed round said. */
export const Results = (props: ResultsProps) => {
  const { locale, closed } = props
  const t = readinessText(locale)
  const { readiness, enough } = closed
  const { score, band, n } = readiness
  return (
    <>
      <Stats
        stats={[
          {
            label: t.score,
            // To one place, so that a score just below a bound does not read as the bound.
            value: score === null ? t.unknown : formatNumber(locale, Math.round(score * 10) / 10),
            note: band ? t.bands[band.band] : undefined,
          },
          { label: surveysText(locale).rounds, value: surveysText(locale).answers(String(n)) },
        ]}
      />
      {!enough && <p class="remark">{t.notEnough}</p>}
      {band?.cappedBy && <p class="remark">{t.capped(t.dimensions[band.cappedBy])}</p>}
      <Dimensions {...props} />
      <FindingsCard {...props} />
      <LowCard {...props} />
      <ClaimsCard {...props} />
      <ItemsCard {...props} />
      <Departments {...props} />
      <Comments {...props} />
    </>
  )
}

const Dimensions = ({ locale, closed }: ResultsProps) => {
  const t = readinessText(locale)
  const { values } = closed.readiness
  const rows = dimensions.map((dimension) => ({
    label: t.dimensions[dimension],
    value: values[dimension],
  }))
  const said = rows.map(({ label, value }) => `${label} ${sayIndex(locale, value)}`)
  const summary = t.radarText(listed(locale, said))
  return (
    <Card title={t.radar} testId="radar">
      <div class="beside">
        <Radar summary={summary} axes={rows} />
        <table class="counts">
          <Head columns={[t.dimension, t.value]} />
          <tbody>
            {rows.map(({ label, value }) => (
              <tr>
                <th scope="row">{label}</th>
                <td>{sayIndex(locale, value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

const Departments = ({ locale, closed, departments }: ResultsProps) => {
  const words = surveysText(locale)
  const nameOf = (id: string) => departments.find((one) => one.id === id)?.name ?? ''
  return (
    <Card title={words.departments} testId="departments">
      <p class="hint">{words.departmentsText}</p>
      {closed.departments.length === 0 ? (
        <p class="nothing">{words.noDepartments}</p>
      ) : (
        <ul class="figures">
          {closed.departments.map(({ id, score, n }) => (
            <li>
              <span>{nameOf(id)}</span>
              <span class="hint">{surveysText(locale).answers(String(n))}</span>
              <span class="figure">{sayIndex(locale, score)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const Comments = ({ locale, closed }: ResultsProps) => {
  const t = readinessText(locale)
  if (closed.comments.length === 0) return null
  return (
    <Card title={t.comments}>
      <p class="hint">{t.commentsText}</p>
      <ul class="reasons">
        {closed.comments.map((comment) => (
          <li class="said">{comment}</li>
        ))}
      </ul>
    </Card>
  )
}
