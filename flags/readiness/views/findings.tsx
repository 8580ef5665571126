import { formatNumber } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Card } from '../../../views/card.tsx'
import { metricNamed } from '../../evidence/metrics.ts'
import { sayValue } from '../../evidence/wording.ts'
import type { Claim } from '../claims.ts'
import { findingAt, type Item } from '../formula.ts'
import { readinessText } from '../messages.ts'
import { type ResultsProps, sayIndex } from './results.tsx'

/** What stands out: leaders and staff apart, many who do not know, said and measured apart. */
export const FindingsCard = ({ locale, closed, claims }: ResultsProps) => {
  const t = readinessText(locale)
  const found = [
    ...closed.readiness.items.flatMap((item) => findingsOf(locale, item)),
    ...claims.filter(({ isFinding }) => isFinding).map((claim) => sayClaim(locale, claim)),
  ]
  return (
    <Card title={t.findings} testId="findings">
      {found.length === 0 ? (
        <p class="nothing">{closed.enough ? t.noFindings : t.unknown}</p>
      ) : (
        <ul class="reasons">
          {found.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function findingsOf(locale: Locale, { question, gap, byGroup, dontKnow, n }: Item): string[] {
  const t = readinessText(locale)
  const words = t.questions[question.number]
  const found: string[] = []
  if (gap !== null && Math.abs(gap) > findingAt.gap)
    found.push(
      t.gapFinding(words, sayIndex(locale, byGroup.leaders), sayIndex(locale, byGroup.staff)),
    )
  if (dontKnow !== null && dontKnow > findingAt.dontKnow && n > 0) {
    const share = formatNumber(locale, Math.round(100 * dontKnow))
    found.push(t.unknownFinding(words, locale === 'en' ? `${share} %` : `${share}%`))
  }
  return found
}

function sayClaim(locale: Locale, { item, metric: code, measured }: Claim): string {
  const t = readinessText(locale)
  const metric = metricNamed(code)
  const said = sayIndex(locale, item.value)
  const words = t.questions[item.question.number]
  return t.claimFinding(words, said, metric.title[locale], sayValue(locale, metric, measured ?? 0))
}
