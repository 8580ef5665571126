import type { Locale } from '../../../core/i18n/locale.ts'
import { parseNumber, printNumber } from '../../../core/values/number.ts'
import type { Parsed } from '../../../core/values/parsed.ts'
import { percentDigits } from './amount.ts'

/** A share as people type it: 13, 13%, 6.5％. @returns its decimal text, between 0 and 100 */
export const parsePercent = (text: string): Parsed<string> =>
  parseNumber(text.replace(/\s*[%％]\s*$/, ''), { decimals: percentDigits, least: 0, most: 100 })

export const printPercent = (decimal: string, locale: Locale): string =>
  `${printNumber(String(Number(decimal)), locale)}%`
