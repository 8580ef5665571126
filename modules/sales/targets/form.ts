import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseMoney, plainMoney } from '../../../core/values/money.ts'
import { parseWhole } from '../../../core/values/number.ts'
import { isMoney, type Measure, type Target } from './measures.ts'
import { targetsText } from './messages.ts'

/** The fields of a year's form, each with the stretch of time it is for. */
export const slots = (year: number) => [
  ...Array.from({ length: 12 }, (_, at) => ({
    ...{ name: `m${at + 1}`, startsOn: firstOf(year, at + 1), months: 1 as const },
  })),
  ...[1, 4, 7, 10].map((month, at) => ({
    ...{ name: `q${at + 1}`, startsOn: firstOf(year, month), months: 3 as const },
  })),
]

export const firstOf = (year: number, month: number): string =>
  `${year}-${String(month).padStart(2, '0')}-01`

/** Reads a year's targets of one measure; an empty field sets none. */
export function readTargetForm(
  scope: Scope,
  raw: Raw,
  measure: Measure,
  year: number,
): { wanted: Omit<Target, 'who'>[]; errors: Errors } {
  const fields = new Fields(raw, scope.locale)
  const { currency } = scope.company
  const wanted = slots(year).flatMap(({ name, startsOn, months }) => {
    if (!isMoney(measure)) {
      const value = fields.may(name, (text) => parseWhole(text, { least: 0, most: 1_000_000 }))
      return value === null ? [] : [{ startsOn, months, value }]
    }
    const money = fields.may(name, (text) => parseMoney(text, { currency }))
    if (!money) return []
    if (money.currency !== currency || money.minor < 0)
      fields.refuse(name, targetsText(scope.locale).ofOneCurrency)
    return [{ startsOn, months, value: money.minor }]
  })
  return { wanted, errors: fields.errors }
}

/** A year's targets as the form shows them. */
export const rawTargets = (
  { company }: Pick<Scope, 'company'>,
  measure: Measure,
  year: number,
  own: readonly Target[],
): Raw =>
  Object.fromEntries(
    slots(year).map(({ name, startsOn, months }) => {
      const set = own.find((one) => one.startsOn === startsOn && one.months === months)
      if (!set) return [name, '']
      const money = { minor: set.value, currency: company.currency }
      return [name, isMoney(measure) ? plainMoney(money) : String(set.value)]
    }),
  )
