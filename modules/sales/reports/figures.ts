import { formatNumber } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { roundMoney } from '../money-words.ts'

/** With fewer closed deals than this a share says nothing. */
export const leastForShare = 5

/**
 * The share of won deals among those that closed, in per cent with one digit.
 * @returns undefined when too few have closed to tell
 */
export function winRate(won: number, lost: number): number | undefined {
  const closed = won + lost
  return closed < leastForShare ? undefined : Math.round((won / closed) * 1000) / 10
}

/** One count as the share of another; undefined where there is nothing to share. */
export const shareOf = (part: number, whole: number): number | undefined =>
  whole < leastForShare ? undefined : Math.round((part / whole) * 1000) / 10

export const percent = (locale: Locale, share: number | undefined, tooFew: string): string =>
  share === undefined
    ? tooFew
    : `${share.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`

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

export const count = (locale: Locale, value: number): string => formatNumber(locale, value)
