import type { Locale } from '../i18n/locale.ts'
import type { Quality } from './declared.ts'
import { qualityText } from './messages.ts'

/** What a rule is about: the field, or what has to agree. */
export function ruleLabel(locale: Locale, quality: Quality, key: string): string {
  const { fields, rules, privacy = [] } = quality
  const [dimension, name = ''] = key.split('.')
  if (key === 'privacy.complete') return qualityText(locale).privacyAll
  const own =
    dimension === 'consistency'
      ? rules.find(({ rule }) => rule === name)
      : (dimension === 'privacy' ? privacy : fields).find(({ field }) => field === name)
  return own?.label[locale] ?? qualityText(locale).confirmed
}

/** What is wrong with a record, in words. */
export function sayFault(locale: Locale, quality: Quality, key: string): string {
  const t = qualityText(locale)
  const label = ruleLabel(locale, quality, key)
  if (key === 'privacy.complete') return t.privacyGap
  if (key.startsWith('completeness.') || key.startsWith('privacy.')) return t.missing(label)
  if (key.startsWith('validity.')) return t.invalid(label)
  if (key.startsWith('timeliness.')) return t.explain.timeliness(String(quality.days))
  return label
}

/** 86.4: one place after the point, as the index is always written. */
export const formatIndex = (locale: Locale, value: number): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    value,
  )

/** A share as people read it; what is not everything is never rounded up to 100 %. */
export function formatShare(locale: Locale, share: number): string {
  const percent = Math.floor(share * 1000) / 10
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(percent)}%`
}
