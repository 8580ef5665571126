import { formatNumber } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Card } from '../../../views/card.tsx'
import { Pill } from '../../../views/pill.tsx'
import { surveysText } from '../../surveys/messages.ts'
import { type Adkar, elements } from '../formula.ts'
import { adkarText } from '../messages.ts'

type Props = { locale: Locale; title: string; adkar: Adkar }

/** The five elements of a group in their order, with the one that holds back most people marked. */
export const ElementsCard = ({ locale, title, adkar }: Props) => {
  const t = adkarText(locale)
  const { n, means, barriers, barrier } = adkar
  return (
    <Card title={title} testId="elements">
      <p class="hint">
        {surveysText(locale).answers(String(n))} · {t.mean}
      </p>
      <ul class="turnout elements">
        {elements.map((element) => (
          <li>
            <span>{t.elements[element]}</span>
            <progress class="progress" max={5} value={means[element]} aria-hidden="true"></progress>
            <strong>{formatNumber(locale, Math.round(means[element] * 10) / 10)}</strong>
            {barriers[element] > 0 && (
              <span class="hint">
                {t.heldBack(formatNumber(locale, barriers[element]))}{' '}
                {barrier === element && <Pill text={t.first} tone="orange" />}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
