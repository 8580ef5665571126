import type { Locale } from '../../../core/i18n/locale.ts'

/** What an article says of its category: in its own language, and in the other where somebody wrote it. */
export type Filed = { language: Locale; category: string; otherCategory: string }

/** The category of an article as a reader of a language calls it, else as its author does. */
export const categoryIn = (locale: Locale, { language, category, otherCategory }: Filed): string =>
  locale !== language && otherCategory !== '' ? otherCategory : category

/**
 * The same for each of many: what one of them says a category is called in the other language holds
 * for all that are filed there.
 */
export function categoriesIn<One extends Filed>(
  locale: Locale,
  all: readonly One[],
): (one: One) => string {
  const key = ({ language, category }: Filed) => `${language} ${category}`
  const known = new Map(
    all.flatMap((one) => (one.otherCategory ? [[key(one), one.otherCategory] as const] : [])),
  )
  return (one) =>
    categoryIn(locale, { ...one, otherCategory: one.otherCategory || (known.get(key(one)) ?? '') })
}
