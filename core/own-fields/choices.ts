import type { AnyField } from '../fields/field.ts'
import type { Locale } from '../i18n/locale.ts'
import { listed } from '../i18n/punctuation.ts'
import { parseChoice, printChoice } from '../values/choice.ts'
import { type Parsed, refused, understood } from '../values/parsed.ts'
import type { OwnChoice } from './definition.ts'

/** What stands between several choices; no label of theirs may have one of them in it. */
export const separators = /[,，、;；\n]/u

type Parts = Pick<AnyField, 'kind' | 'parse' | 'print' | 'raw' | 'options' | 'example'>

/**
 * How one choice, or several, are read and printed. A retired choice is offered no more and still
 * read: forms and files bring back what is stored.
 */
export function choiceValues(choices: readonly OwnChoice[], several: boolean): Parts {
  const options = (locale: Locale) =>
    choices
      .filter(({ retired }) => !retired)
      .map(({ key, label }) => ({ value: key, label: label[locale] }))
  const example = choices[0]?.label['zh-CN'] ?? ''
  const print = (key: string, locale: Locale) => printChoice(key, choices, locale)
  if (!several)
    return {
      kind: 'select',
      parse: (typed) => parseChoice(typed, choices),
      print,
      raw: (key: string) => key,
      options,
      example,
    }
  return {
    kind: 'choices',
    parse: (typed) => parseSeveral(typed, choices),
    print: (keys: readonly string[], locale) =>
      listed(
        locale,
        keys.map((key) => print(key, locale)),
      ),
    raw: (keys: readonly string[]) => keys.join(','),
    options,
    example,
  }
}

/** Several choices, each once, in the order of the field's own list. */
function parseSeveral(typed: string, choices: readonly OwnChoice[]): Parsed<string[]> {
  const found = new Set<string>()
  for (const part of typed.split(separators)) {
    if (part.trim() === '') continue
    const parsed = parseChoice(part, choices)
    if (!parsed.ok)
      return parsed.problem.code === 'notAChoice'
        ? refused('notTheChoices', ...parsed.problem.values)
        : parsed
    found.add(parsed.value)
  }
  return understood(choices.map(({ key }) => key).filter((key) => found.has(key)))
}
