import { type Locale, locales } from '../../../core/i18n/locale.ts'
import type { Texts } from './content.ts'

/**
 * What was written, with the language marked whose text is older now (R21): one of two was changed,
 * and the other was not. A text that is changed in its turn, or was looked at and found right, is
 * marked no more.
 */
export function retold(before: Texts | undefined, now: Texts, isFoundRight: boolean): Texts {
  const { stale: _, ...texts } = now
  if (!before || isFoundRight || locales.some((one) => !texts[one])) return texts
  const stale = olderOf(before, texts)
  return stale ? { ...texts, stale } : texts
}

function olderOf(before: Texts, texts: Texts): Locale | undefined {
  const changed = locales.filter((one) => texts[one] !== before[one])
  const [only] = changed
  if (changed.length === 0) return before.stale
  // What was missing, or was older itself, has just been translated.
  if (changed.length > 1 || !only || !before[only] || before.stale === only) return undefined
  return locales.find((one) => one !== only)
}
