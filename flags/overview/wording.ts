import { formatNumber } from '../../core/i18n/format.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { Scope } from '../../core/scope.ts'
import type { Reading } from '../evidence/metric.ts'
import { metricNamed } from '../evidence/metrics.ts'
import { isUnvouched, sayReading, sayValue } from '../evidence/wording.ts'
import { sayTerms } from '../gates/wording.ts'
import { residual } from '../risks/formula.ts'
import { type Risk, titleOf } from '../risks/risks.ts'
import { overviewText } from './messages.ts'
import type { Blocker, Overview } from './reading.ts'

/** What is in the way, in one sentence. */
export function sayBlocker(locale: Locale, blocker: Blocker): string {
  const t = overviewText(locale).blockers
  if (blocker.kind === 'paused') return t.paused
  if (blocker.kind === 'late') return t.late(formatNumber(locale, blocker.items))
  const { kind, criterion, reading } = blocker
  const metric = metricNamed(criterion.metric)
  const what = metric.title[locale]
  const isOpen = isUnvouched(metric, reading)
  if (kind === 'unknown') return isOpen ? t.unvouched(what) : t.unknown(what)
  if (metric.unit === 'yes' && kind === 'fails') return t.isNot(what)
  const read = sayReading(locale, metric, reading)
  if (kind !== 'unlawful')
    return t.below[criterion.direction](what, read, sayValue(locale, metric, criterion.floor))
  if (isOpen) return t.unlawful(what, t.noWord)
  if (metric.unit === 'yes') return t.unlawful(what, reading.value === 0 ? t.notYet : read)
  return t.unlawful(what, t.asked(read, sayTerms(locale, { ...criterion, minN: null })))
}

/** Where somebody can do something about it. */
export const blockerHref = (blocker: Blocker): string =>
  blocker.kind === 'paused' || blocker.kind === 'late'
    ? '/rollout/plan'
    : `/rollout/evidence/${blocker.criterion.metric}`

/** A risk in one line: what it is, whether it has come true, and what it weighs after the response. */
export function sayRisk(locale: Locale, risk: Risk): string {
  const t = overviewText(locale)
  const weight = formatNumber(locale, residual(risk))
  return t.risk(titleOf(locale, risk), risk.state === 'open', weight)
}

export type Figure = { label: string; value: string; note?: string; href?: string }

/** The figures at the head of the page, and of the printed one. */
export function figuresOf(scope: Pick<Scope, 'locale' | 'company'>, overview: Overview): Figure[] {
  const { locale } = scope
  const t = overviewText(locale)
  const { health, readings, slip } = overview
  const known = Object.values(health.parts).filter((part) => part !== undefined).length
  const say = (code: string) => sayReading(locale, metricNamed(code), readings.get(code) ?? none)
  const evidence = (code: string) => ({ href: `/rollout/evidence/${code}` })
  return [
    {
      label: t.health,
      value:
        health.value === undefined ? t.unknown : formatNumber(locale, Math.round(health.value)),
      note: health.weakest
        ? `${t.healthNote(t.parts[health.weakest])} · ${t.known(String(known))}`
        : t.known(String(known)),
    },
    { label: t.coverage, value: say('training.coverage'), ...evidence('training.coverage') },
    { label: t.adoption, value: say('adoption.index'), ...evidence('adoption.index') },
    { label: t.quality, value: say('data.quality'), ...evidence('data.quality') },
    {
      label: t.perAdopter,
      value: readings.get('cost.per-adopter')?.state === 'ok' ? say('cost.per-adopter') : t.unknown,
      href: '/rollout/cost',
    },
    { label: t.slip, value: saySlip(locale, slip) },
  ]
}

const none: Reading = { state: 'insufficient' }

function saySlip(locale: Locale, days: number): string {
  const t = overviewText(locale)
  if (days === 0) return t.onTime
  return days > 0 ? t.late(formatNumber(locale, days)) : t.early(formatNumber(locale, -days))
}
