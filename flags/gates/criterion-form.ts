import { Fields } from '../../core/http/fields.ts'
import type { Raw } from '../../core/http/form.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import { parseNumber, parseWhole } from '../../core/values/number.ts'
import { limitsOf, type Metric } from '../evidence/metric.ts'
import { metricOf } from '../evidence/metrics.ts'
import type { Terms } from './criteria.ts'
import type { Measure } from './formula.ts'
import { gatesText } from './messages.ts'
import type { Default } from './template.ts'

/** How much a criterion decides. */
export const ranks = ['must', 'critical', 'counts'] as const
export const places: readonly Measure['place'][] = ['company', 'departments', 'pilot']

/**
 * Reads what a criterion asks for.
 * @param raw fields floor, target, weight, minN, critical (on)
 */
export function readTerms(
  fields: Fields,
  raw: Raw,
  locale: Locale,
  metric: Metric | undefined,
  hard: boolean,
): Terms {
  const t = gatesText(locale)
  const minN = fields.may('minN', (text) => parseWhole(text, { least: 1, most: 100_000 }))
  if (metric?.unit === 'yes') return { ...yes, minN }
  const number = (text: string) => parseNumber(text, metric ? limitsOf(metric) : anything)
  const target = Number(fields.need('target', t.targetField, number, '0'))
  // What must hold has one bound.
  const floor = hard ? target : Number(fields.need('floor', t.floorField, number, '0'))
  const direction = metric?.direction ?? 'up'
  const wrong = direction === 'up' ? floor > target : floor < target
  if (fields.ok && wrong) fields.refuse('floor', t.wrongWay[direction])
  const share = (text: string) => parseWhole(text, { least: 1, most: 100 })
  const weight = hard ? 0 : fields.need('weight', t.weightField, share, 1)
  return { floor, target, weight, minN, critical: hard || raw.critical === 'on' }
}

/** Of a figure that is not known, or not chosen yet, anything may be asked: that is refused elsewhere. */
const anything = { least: -1_000_000, most: 1_000_000 }

const yes = { floor: 100, target: 100, weight: 0, critical: true }

/**
 * Reads a criterion that somebody adds.
 * @param raw as above, and metric, place, rank
 */
export function readCriterion(raw: Raw, locale: Locale): { criterion: Default; fields: Fields } {
  const t = gatesText(locale)
  const fields = new Fields(raw, locale)
  const metric = metricOf(raw.metric ?? '')
  if (!metric || metric.kind) fields.refuse('metric', t.chooseMetric)
  const place = places.find((one) => one === raw.place)
  if (!place) fields.refuse('place', t.choosePlace)
  if (place && place !== 'company' && metric && !metric.byDepartment)
    fields.refuse('place', t.onlyCompany)
  const rank = ranks.find((one) => one === raw.rank)
  if (!rank) fields.refuse('rank', t.chooseRank)
  const hard = rank === 'must' || metric?.unit === 'yes'
  const isCritical = { critical: rank === 'critical' ? 'on' : '' }
  const terms = readTerms(fields, { ...raw, ...isCritical }, locale, metric, hard)
  const about = { metric: metric?.code ?? '', place: place ?? 'company', hard }
  return { criterion: { ...about, ...terms }, fields }
}
