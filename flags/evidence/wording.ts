import { formatNumber } from '../../core/i18n/format.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import { printDate } from '../../core/values/date.ts'
import { printMoney } from '../../core/values/money.ts'
import { evidenceText } from './messages.ts'
import type { Metric, Reading } from './metric.ts'
import type { Evidence } from './reading.ts'

/** A value in the unit of its figure: 63, 96 %, Yes. */
export function sayValue(locale: Locale, { unit }: Pick<Metric, 'unit'>, value: number): string {
  const t = evidenceText(locale)
  const rounded = formatNumber(locale, Math.round(value * 10) / 10)
  if (unit === 'yes') return value >= 100 ? t.yes : t.no
  if (unit === 'percent') return locale === 'en' ? `${rounded} %` : `${rounded}%`
  return rounded
}

/** A reading in words; where there is no value, why. */
export function sayReading(locale: Locale, metric: Pick<Metric, 'unit'>, reading: Reading): string {
  if (reading.state !== 'ok' || reading.value === undefined)
    return evidenceText(locale)[reading.state === 'suppressed' ? 'suppressed' : 'insufficient']
  const { value, currency } = reading
  return currency
    ? printMoney({ minor: Math.round(value), currency }, locale)
    : sayValue(locale, metric, value)
}

/** Whether nobody measures a figure, and nobody has vouched for it. */
export const isUnvouched = ({ read }: Metric, { state }: Reading): boolean =>
  read === undefined && state === 'insufficient'

/** Whether the product itself measures a figure; a module may measure what nothing else here does. */
export const isMeasured = (metric: Metric, evidence: Evidence): boolean =>
  !evidence.attestation && !isUnvouched(metric, evidence)

/** Where a reading comes from: the product itself, or who vouched for it. */
export function saySource(locale: Locale, metric: Metric, evidence: Evidence): string {
  const t = evidenceText(locale)
  const { attestation } = evidence
  if (attestation) return t.vouched(attestation.signer, printDate(attestation.heldOn, locale))
  return isMeasured(metric, evidence) ? t.live : t.nobody
}
