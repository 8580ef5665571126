import type { Fields } from '../http/fields.ts'
import type { Raw } from '../http/form.ts'
import { type Locale, locales, type PerLocale } from '../i18n/locale.ts'
import { keyFor } from '../values/key.ts'
import { searchText } from '../values/names.ts'
import { unusable } from '../values/typed.ts'
import { bothOf } from './both.ts'
import { separators } from './choices.ts'
import type { Definition, OwnChoice } from './definition.ts'
import type { OwnKind } from './kinds.ts'
import { ownText } from './messages.ts'

const mostChoices = 200
const longest = 60

/** Reads the choices there are, each renamed or retired, and new ones, one per line. */
export function readChoices(
  raw: Raw,
  locale: Locale,
  kind: OwnKind,
  fields: Fields,
  known: Definition | undefined,
): OwnChoice[] {
  const kept = (known?.choices ?? []).map(({ key, label }): OwnChoice => {
    const named = bothOf(fields, `choice_${key}`, longest, locale)
    const retired = raw[`retired_${key}`] !== undefined && { retired: true as const }
    return { key, label: named[locale] ? named : label, ...retired }
  })
  const keys = kept.map(({ key }) => key)
  const lines = (raw.choices ?? '').split('\n').filter((line) => line.trim() !== '')
  const added = lines.slice(0, mostChoices + 1).map((line): OwnChoice => {
    const label = readLine(line, locale)
    const key = keyFor(label.en, keys, { sign: '_', usual: 'choice' })
    keys.push(key)
    return { key, label }
  })
  const all = [...kept, ...added]
  const wrong = whatIsWrong(all, locale, kind)
  if (wrong) fields.refuse('choices', wrong)
  return all
}

/** One new choice: 重点 | Key, the languages in either order. */
function readLine(line: string, locale: Locale): PerLocale {
  const [one = '', other = ''] = line.split(/[|｜]/u).map((part) => part.trim().normalize('NFC'))
  if (other === '') return { en: one, 'zh-CN': one }
  const han = /\p{Script=Han}/u
  const chineseFirst = han.test(one) === han.test(other) ? locale === 'zh-CN' : han.test(one)
  return chineseFirst ? { en: other, 'zh-CN': one } : { en: one, 'zh-CN': other }
}

function whatIsWrong(
  choices: readonly OwnChoice[],
  locale: Locale,
  kind: OwnKind,
): string | undefined {
  const t = ownText(locale)
  if (choices.every(({ retired }) => retired)) return t.choicesMissing
  if (choices.length > mostChoices) return t.choicesTooMany(mostChoices)
  const seen = new Set<string>()
  for (const { label } of choices) {
    const names = new Set(locales.map((one) => searchText(label[one])))
    for (const one of locales) {
      if (unusable(label[one])) return t.choiceBroken
      if ([...label[one]].length > longest) return t.choiceTooLong(label[one], longest)
      if (kind === 'multi_choice' && separators.test(label[one]))
        return t.choiceSeparated(label[one])
    }
    for (const name of names) if (seen.has(name)) return t.choiceTwice(label[locale])
    for (const name of names) seen.add(name)
  }
  return undefined
}
