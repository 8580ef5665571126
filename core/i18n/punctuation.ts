import type { Locale } from './locale.ts'

/** What something is called, and what it says: with the colon of the language between. */
export const labelled = (locale: Locale, label: string, text: string): string =>
  locale === 'zh-CN' ? `${label}：${text}` : `${label}: ${text}`

/** Several names in one sentence. */
export const listed = (locale: Locale, names: readonly string[]): string =>
  names.join(locale === 'zh-CN' ? '、' : ', ')
