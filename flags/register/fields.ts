import type { Colleague } from '../../core/access/directory.ts'
import { type AnyField, day, prose, text, whole } from '../../core/fields/field.ts'
import type { PerLocale } from '../../core/i18n/locale.ts'
import { partsOf } from '../../core/own-fields/kinds.ts'
import type { Choice } from '../../core/values/choice.ts'
import { parseMoney, printMoney } from '../../core/values/money.ts'
import { refused } from '../../core/values/parsed.ts'

/** What a field of a register is called, and what is asked of it. */
type Said = { required?: true; hint?: PerLocale; suggests?: true }

const named = (field: string, en: string, zh: string, said: Said = {}) => ({
  field,
  label: { en, 'zh-CN': zh },
  aliases: [],
  example: '',
  ...said,
})

/** A line of text. */
export const line = (field: string, en: string, zh: string, said?: Said, most = 200): AnyField => ({
  ...text(most),
  ...named(field, en, zh, said),
})

export const paragraph = (field: string, en: string, zh: string, said?: Said): AnyField => ({
  ...prose,
  ...named(field, en, zh, said),
})

export const dayField = (field: string, en: string, zh: string, said?: Said): AnyField => ({
  ...day,
  ...named(field, en, zh, said),
})

export const count = (
  field: string,
  en: string,
  zh: string,
  [least, most]: readonly [number, number],
  said?: Said,
): AnyField => ({ ...whole(least, most), ...named(field, en, zh, said) })

/** An amount in whole minor units of the one currency that all costs are kept in. */
export const amount = (
  field: string,
  en: string,
  zh: string,
  currency: string,
  said?: Said,
): AnyField => ({
  kind: 'money',
  typed: true,
  parse: (typed: string) => {
    const parsed = parseMoney(typed, { currency })
    if (!parsed.ok) return parsed
    const { minor, currency: meant } = parsed.value
    if (meant !== currency) return refused('otherCurrency', currency)
    return minor < 0 ? refused('tooSmall', 0) : { ...parsed, value: minor }
  },
  print: (minor: number, locale) => printMoney({ minor, currency }, locale),
  ...named(field, en, zh, said),
})

export const choice = (
  field: string,
  en: string,
  zh: string,
  choices: readonly Choice[],
  said?: Said,
): AnyField => ({
  ...partsOf('choice', choices, []),
  ...named(field, en, zh, said),
})

export const yesNo = (field: string, en: string, zh: string, said?: Said): AnyField => ({
  ...partsOf('yes_no', [], []),
  ...named(field, en, zh, said),
})

export const colleague = (
  field: string,
  en: string,
  zh: string,
  colleagues: readonly Colleague[],
  said?: Said,
): AnyField => ({ ...partsOf('person', [], colleagues), ...named(field, en, zh, said) })
