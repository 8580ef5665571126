import type { Option, TextKind } from '../../views/field.tsx'
import type { Locale, PerLocale } from '../i18n/locale.ts'
import type { ColumnOf } from '../transfer/columns.ts'
import { parseDate, printDate } from '../values/date.ts'
import { parseEmail, printEmail } from '../values/email.ts'
import { amountCell, type Money, parseMoney, printMoney } from '../values/money.ts'
import { parseWhole, printNumber } from '../values/number.ts'
import { refused } from '../values/parsed.ts'
import { type Phone, parsePhone, printPhone } from '../values/phone.ts'
import { parseText, printText } from '../values/text.ts'
import { parseWebAddress, printWebAddress } from '../values/web-address.ts'

/**
 * One field of a record, said once for the form, the record page, the history, conflicts, and
 * files that come in and go out.
 */
export type FieldOf<Values, Key extends keyof Values & string> = ColumnOf<Values, Key> & {
  kind: TextKind | 'textarea' | 'select' | 'person' | 'choices' | 'file'
  /** What can be chosen now, for the kinds that are chosen and not typed. */
  options?: (locale: Locale) => readonly Option[]
  /** A value as the form posts it, where that is not what is printed: several keys with commas. */
  raw?: (value: NonNullable<Values[Key]>) => string
  /** The words others used are offered while one types. */
  suggests?: true
  hint?: PerLocale
}

export type FieldsOf<Values> = {
  [Key in keyof Values & string]: FieldOf<Values, Key>
}[keyof Values & string]

/** A field whatever its values are, as the parts that treat all alike see it. */
// biome-ignore lint/suspicious/noExplicitAny: a list of fields holds values of every type
export type AnyField = FieldOf<any, any>

/** How each kind of value is read and printed; a field takes one of these and adds its words. */
export const text = (most: number) => ({
  kind: 'text' as const,
  parse: (typed: string) => parseText(typed, { most }),
  print: printText,
})

export const prose = { ...text(5000), kind: 'textarea' as const }

export const phone = {
  kind: 'tel' as const,
  typed: true as const,
  parse: (typed: string, { region }: { region: string }) => parsePhone(typed, { region }),
  print: (value: Phone, locale: 'en' | 'zh-CN') => printPhone(value, locale),
}

export const email = { kind: 'email' as const, parse: parseEmail, print: printEmail }

export const website = { kind: 'url' as const, parse: parseWebAddress, print: printWebAddress }

export const day = {
  kind: 'date' as const,
  parse: (typed: string, { order }: { order?: 'DMY' | 'MDY' }) => parseDate(typed, { order }),
  print: printDate,
  cell: (iso: string) => iso,
}

export const whole = (least: number, most: number) => ({
  kind: 'number' as const,
  typed: true as const,
  parse: (typed: string) => parseWhole(typed, { least, most }),
  print: (value: number, locale: 'en' | 'zh-CN') => printNumber(value, locale),
  cell: (value: number) => String(value),
})

/** A year is a number that takes no grouping. */
export const year = {
  ...whole(1000, 2200),
  parse: (typed: string) => {
    const parsed = parseWhole(typed, { least: 1000, most: 2200 })
    return parsed.ok ? parsed : refused('notAYear')
  },
  print: (value: number) => String(value),
}

export const money = {
  kind: 'money' as const,
  typed: true as const,
  amounts: true as const,
  parse: (typed: string, { currency }: { currency: string }) => parseMoney(typed, { currency }),
  print: (value: Money, locale: 'en' | 'zh-CN') => printMoney(value, locale),
  cell: amountCell,
}

/** What something costs or is worth: money that is nought or more. */
export const price = {
  ...money,
  parse: (typed: string, options: { currency: string }) => {
    const parsed = money.parse(typed, options)
    return parsed.ok && parsed.value.minor < 0 ? refused('tooSmall', 0) : parsed
  },
}
