import { formatNumber } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { shareOf } from '../../../core/reports/figures.ts'
import type { Cell } from '../../../core/reports/part.ts'
import { roundMoney } from '../money-words.ts'

/**
 * The share of won deals among those that closed, in per cent with one digit.
 * @returns undefined when too few have closed to tell
 */
export const winRate = (won: number, lost: number): number | undefined => shareOf(won, won + lost)

/** Sums in minor units by currency: never added to one another. */
export type Sums = Readonly<Record<string, number>>

export const addSum = (sums: Sums, currency: string | null, minor: number): Sums =>
  currency ? { ...sums, [currency]: (sums[currency] ?? 0) + minor } : sums

export const saySums = (locale: Locale, sums: Sums): string => {
  const said = Object.entries(sums).map(([currency, minor]) =>
    roundMoney({ minor, currency }, locale),
  )
  return said.length > 0 ? said.join(' + ') : '–'
}

/** Sums, and the records they are made of; where there are none, there is nothing to open. */
export const sumCell = (locale: Locale, sums: Sums, href: string): Cell =>
  Object.keys(sums).length > 0
    ? { text: saySums(locale, sums), href }
    : { text: saySums(locale, sums) }

export const count = (locale: Locale, value: number): string => formatNumber(locale, value)
