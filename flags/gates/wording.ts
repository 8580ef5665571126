import type { Locale } from '../../core/i18n/locale.ts'
import { metricNamed } from '../evidence/metrics.ts'
import { sayValue } from '../evidence/wording.ts'
import type { Measure } from './formula.ts'
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
