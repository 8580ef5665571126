import type { Locale, PerLocale } from '../i18n/locale.ts'
import { type Parsed, refused, understood } from './parsed.ts'
import { unusable } from './typed.ts'

/** One of a fixed few: its stored key, its label in every language, other spellings. */
export type Choice<Key extends string = string> = {
  key: Key
  label: PerLocale
  aliases?: readonly string[]
}

/** Finds the choice that a text names by its key, its label in any language or an alias. */
export function parseChoice<Key extends string>(
  text: string,
  choices: readonly Choice<Key>[],
): Parsed<Key> {
  const bad = unusable(text)
  if (bad) return bad
  const wanted = spelling(text)
  const found =
    choices.find(({ key }) => spelling(key) === wanted) ??
    choices.find(({ label, aliases = [] }) =>
      [...Object.values(label), ...aliases].some((known) => spelling(known) === wanted),
    )
  if (found) return understood(found.key)
  return refused(
    'notAChoice',
    choices.map(({ label }) => label),
  )
}

const spelling = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, '')

/** The label of a stored key; a key that is no longer offered prints as itself. */
export const printChoice = (key: string, choices: readonly Choice[], locale: Locale): string =>
  choices.find((choice) => choice.key === key)?.label[locale] ?? key
