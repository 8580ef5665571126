import type { Locale, PerLocale } from '../i18n/locale.ts'
import { type Parsed, refused, understood } from './parsed.ts'
import { plainWidth, unusable } from './typed.ts'

const yes = new Set('yes y true t 1 on 是 对 有 真 √ ✓ ✔'.split(' '))
const no = new Set('no n false f 0 off 否 不 不是 无 没有 假 × ✗ ✘ x'.split(' '))

/** Yes or no in either language, as people and programs write it. */
export function parseYesNo(text: string): Parsed<boolean> {
  const bad = unusable(text)
  if (bad) return bad
  const typed = plainWidth(text).toLowerCase()
  if (yes.has(typed)) return understood(true)
  if (no.has(typed)) return understood(false)
  return refused('notYesNo')
}

const words: PerLocale<[string, string]> = { 'zh-CN': ['否', '是'], en: ['No', 'Yes'] }

export const printYesNo = (value: boolean, locale: Locale): string => words[locale][value ? 1 : 0]
