import { formatNumber } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Card } from '../../../views/card.tsx'
import { Head } from '../../../views/head.tsx'
import { surveysText } from '../../surveys/messages.ts'
import { type Group, groups } from '../../surveys/schema.ts'
import type { Item } from '../formula.ts'
import { readinessText } from '../messages.ts'
import { type ResultsProps, sayIndex } from './results.tsx'

/** Every question with its value, by group where that may be shown. */
export const ItemsCard = ({ locale, closed }: ResultsProps) => {
  const t = readinessText(locale)
  return (
    <Card title={t.item} flush testId="items">
      <p class="card-note hint">{t.hiddenText}</p>
      <table class="counts items">
        <Head
          columns={[
            t.item,
            t.value,
            ...groups.map((group) => surveysText(locale).groups[group]),
            t.gap,
            t.dontKnow,
          ]}
        />
        <tbody>
          {closed.readiness.items
            .filter(({ dontKnow }) => dontKnow !== null)
            .map((item) => (
              <Row locale={locale} item={item} />
            ))}
        </tbody>
      </table>
    </Card>
  )
}

const Row = ({ locale, item }: { locale: Locale; item: Item }) => {
  const t = readinessText(locale)
  const { question, value, byGroup, gap, dontKnow } = item
  const signed =
    gap === null ? '–' : `${gap > 0 ? '+' : ''}${formatNumber(locale, Math.round(gap))}`
  return (
    <tr>
      <th scope="row">
        {question.number}. {t.questions[question.number]}
      </th>
      <td>
        <strong>{sayIndex(locale, value)}</strong>
      </td>
      {groups.map((group) => (
        <td>
          {byGroup[group] === undefined ? (
            <span class="nothing">{isHidden(item, group) ? t.hidden : '–'}</span>
          ) : (
            sayIndex(locale, byGroup[group])
          )}
        </td>
      ))}
      <td>{signed}</td>
      <td>{dontKnow === null ? '–' : `${Math.round(100 * dontKnow)}%`}</td>
    </tr>
  )
}

/** A group that was asked and may not be shown; leaders and managers always may, but for two items. */
const isHidden = ({ question }: Item, group: Group): boolean =>
  question.groups.includes(group) && (question.isAnonymous === true || group === 'staff')
