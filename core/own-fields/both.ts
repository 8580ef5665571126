import type { Fields } from '../http/fields.ts'
import type { Locale, PerLocale } from '../i18n/locale.ts'
import { parseText } from '../values/text.ts'

/** A text in both languages; the one that was left out says the same as the other. */
export function bothOf(fields: Fields, name: string, most: number, first: Locale): PerLocale {
  const read = (locale: Locale) =>
    fields.may(`${name}_${locale}`, (text) => parseText(text, { most })) ?? ''
  const given = { en: read('en'), 'zh-CN': read('zh-CN') }
  const usual = given[first] || given.en || given['zh-CN']
  return { en: given.en || usual, 'zh-CN': given['zh-CN'] || usual }
}
