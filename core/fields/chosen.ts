import type { Locale } from '../i18n/locale.ts'
import { type Choice, parseChoice, printChoice } from '../values/choice.ts'

/** How one of a fixed few is read, printed and chosen; a field takes this and adds its words. */
export const chosen = <Key extends string>(choices: readonly Choice<Key>[]) => ({
  kind: 'select' as const,
  parse: (typed: string) => parseChoice(typed, choices),
  print: (key: Key, locale: Locale) => printChoice(key, choices, locale),
  raw: (key: Key) => key,
  options: (locale: Locale) =>
    choices.map(({ key, label }) => ({ value: key, label: label[locale] })),
})
