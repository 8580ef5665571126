import { Card } from '../../../views/card.tsx'
import { metricNamed } from '../../evidence/metrics.ts'
import { sayValue } from '../../evidence/wording.ts'
import { readinessText } from '../messages.ts'
import { type ResultsProps, sayIndex } from './results.tsx'

/** What people say, beside what the product shows. */
export const ClaimsCard = ({ locale, claims }: ResultsProps) => {
  const t = readinessText(locale)
  return (
    <Card title={t.claims} testId="claims">
      <ul class="claims">
        {claims.map(({ item, metric: code, measured, isFinding }) => {
          const metric = metricNamed(code)
          return (
            <li>
              <span>{t.questions[item.question.number]}</span>
              <span>
                {t.said} <strong>{sayIndex(locale, item.value)}</strong>
              </span>
              <span class={isFinding ? 'late' : undefined}>
                <a href={`/rollout/evidence/${code}`}>{metric.title[locale]}</a>{' '}
                <strong class={measured === null ? 'nothing' : undefined}>
                  {measured === null ? t.nothingMeasured : sayValue(locale, metric, measured)}
                </strong>
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
