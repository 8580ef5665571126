export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

/** One text in every language the product speaks; leaving one out does not compile. */
export type PerLocale<T = string> = Record<Locale, T>

export const isLocale = (text: unknown): text is Locale => locales.includes(text as Locale)

/**
 * The language of somebody who is not signed in: the first of the browser's wishes that the
 * product speaks. Any Chinese means zh-CN; no wish, or none we speak, means English.
 * @param wishes an Accept-Language header
 */
export function localeOf(wishes: string | undefined): Locale {
  for (const wish of (wishes ?? '').split(',')) {
    if (/^\s*zh\b/i.test(wish)) return 'zh-CN'
    if (/^\s*en\b/i.test(wish)) return 'en'
  }
  return 'en'
}
