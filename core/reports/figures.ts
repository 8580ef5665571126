import type { Locale } from '../i18n/locale.ts'
import { reportsText } from './messages.ts'

/** With fewer records than this a share says nothing. */
export const leastForShare = 5

/** One count as the share of another, in per cent with one digit; undefined where too few tell. */
export const shareOf = (part: number, whole: number): number | undefined =>
  whole < leastForShare ? undefined : Math.round((part / whole) * 1000) / 10

export const percent = (locale: Locale, share: number | undefined): string =>
  share === undefined
    ? reportsText(locale).tooFew
    : `${share.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`
