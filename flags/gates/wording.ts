import { formatNumber } from '../../core/i18n/format.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import { metricNamed } from '../evidence/metrics.ts'
import { sayValue } from '../evidence/wording.ts'
import type { Evaluation, Measure } from './formula.ts'
import { gatesText } from './messages.ts'

/** What a criterion asks for: a floor and a target, or one bound; nothing where it is yes or no. */
export function sayTerms(locale: Locale, asked: Measure): string {
  const t = gatesText(locale)
  const metric = metricNamed(asked.metric)
  if (metric.unit === 'yes') return ''
  const say = (value: number) => sayValue(locale, metric, value)
  const bound = asked.direction === 'up' ? t.least : t.most
  const terms =
    asked.floor === asked.target
      ? bound(say(asked.target))
      : `${t.floor(say(asked.floor))} · ${t.target(say(asked.target))}`
  return asked.minN === null ? terms : `${terms} · ${t.minN(String(asked.minN))}`
}

/** The score of a gate; while evidence is missing, it is said to be of what is known by now. */
export function sayScore(
  locale: Locale,
  { score, suggestion }: Pick<Evaluation, 'score' | 'suggestion'>,
): string {
  const t = gatesText(locale)
  if (score === null) return t.noScore
  const rounded = formatNumber(locale, Math.round(score * 10) / 10)
  return suggestion === 'insufficient' ? t.scoreSoFar(rounded) : t.score(rounded)
}
