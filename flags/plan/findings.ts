import type { Locale } from '../../core/i18n/locale.ts'
import { adkarText } from '../adkar/messages.ts'
import { metricOf } from '../evidence/metrics.ts'
import { gatesText } from '../gates/messages.ts'
import { readinessText } from '../readiness/messages.ts'

/** Words of work that follows from a finding; undefined for a code of the template. */
export function sayFinding(locale: Locale, code: string): string | undefined {
  const [source, gate = '', ...rest] = code.split('.')
  if (source === 'readiness') {
    const actions: Record<string, string> = readinessText(locale).actions
    return Object.hasOwn(actions, gate) ? actions[gate] : undefined
  }
  if (source === 'adkar') {
    const actions: Record<string, string> = adkarText(locale).actions
    return Object.hasOwn(actions, gate) ? actions[gate] : undefined
  }
  if (source !== 'gate') return undefined
  const metric = metricOf(rest.join('.'))?.title[locale] ?? rest.join('.')
  return gatesText(locale).corrective(metric, gate)
}
