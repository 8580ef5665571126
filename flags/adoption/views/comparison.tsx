import type { Locale } from '../../../core/i18n/locale.ts'
import { Card } from '../../../views/card.tsx'
import { metricNamed } from '../../evidence/metrics.ts'
import { sayValue } from '../../evidence/wording.ts'
import type { Compared } from '../comparison.ts'
import { adoptionText } from '../messages.ts'

/** The pilot's department beside those outside of it: what changed there, and by how much more. */
export const ComparisonCard = ({
  locale,
  compared,
}: {
  locale: Locale
  compared: readonly Compared[]
}) => {
  const t = adoptionText(locale).comparison
  return (
    <Card title={t.title} testId="comparison">
      <p class="hint">{t.about}</p>
      {compared.length === 0 ? (
        <p class="nothing">{t.none}</p>
      ) : (
        <ul class="figures">
          {compared.map(({ metric: code, pilot, others, difference }) => {
            const metric = metricNamed(code)
            const say = (value: number) => sayValue(locale, metric, value)
            const sign = difference > 0 ? '+' : ''
            return (
              <li>
                <span>{metric.title[locale]}</span>
                <span class="hint">
                  {t.pilot(say(pilot.before), say(pilot.after))}{' '}
                  {t.others(say(others.before), say(others.after))}
                </span>
                <span class="figure">
                  {sign}
                  {say(difference)}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}
