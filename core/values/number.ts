import type { Locale } from '../i18n/locale.ts'
import { type Parsed, refused, understood } from './parsed.ts'
import { plainWidth, unusable } from './typed.ts'

/** Powers of ten that people write behind a number; 1.2w is what 1.2万 looks like in chats. */
const powers: Record<string, number> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  萬: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  億: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
  k: 3,
  w: 4,
  m: 6,
  bn: 9,
}

const grammar =
  /^(?<sign>[+-]?)(?<whole>\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d*)(?:\.(?<part>\d*))?(?:e(?<exponent>[+-]?\d{1,2}))?\s*(?<power>[十百千万萬亿億]+|k|w|m|bn)?$/i

const mostDigits = 30

/** What numbers may be asked to keep to. */
export type NumberLimits = { decimals?: number; least?: number; most?: number }

/**
 * A number as people type it (1,234.56 · １２００ · 1.2万 · 3亿 · (500) · 1.2E+05), exactly.
 * @returns its canonical decimal text, such as -1234.56, which fits a `numeric` column unrounded
 */
export function parseNumber(text: string, limits: NumberLimits = {}): Parsed<string> {
  const bad = unusable(text)
  if (bad) return bad
  const value = decimalOf(plainWidth(text))
  if (value === undefined) return refused('notANumber')
  const [whole = '', part = ''] = value.replace('-', '').split('.')
  if (whole.length + part.length > mostDigits) return refused('tooManyDigits', mostDigits)
  const { decimals, least, most } = limits
  if (decimals === 0 && part) return refused('notWhole')
  if (decimals !== undefined && part.length > decimals) return refused('tooManyDecimals', decimals)
  if (least !== undefined && Number(value) < least) return refused('tooSmall', least)
  if (most !== undefined && Number(value) > most) return refused('tooLarge', most)
  return understood(value, text, printNumber(value, 'en'))
}

/** A whole number that JavaScript holds exactly: head-counts, years, quantities. */
export function parseWhole(text: string, limits: NumberLimits = {}): Parsed<number> {
  const most = Math.min(limits.most ?? Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
  const least = Math.max(limits.least ?? Number.MIN_SAFE_INTEGER, Number.MIN_SAFE_INTEGER)
  const parsed = parseNumber(text, { decimals: 0, least, most })
  return parsed.ok ? { ...parsed, value: Number(parsed.value) } : parsed
}

/**
 * The decimal text behind a typed number, or undefined when it is none. Brackets mean negative,
 * as accountants write.
 */
export function decimalOf(typed: string): string | undefined {
  const plain = typed.replaceAll(/[−–]/g, '-').replace(/^\((.+)\)$/, '-$1')
  const found = grammar.exec(plain)?.groups
  if (!found || !(found.whole || found.part)) return undefined
  const power = found.power ? powers[found.power.toLowerCase()] : 0
  if (power === undefined) return undefined
  const whole = (found.whole ?? '').replaceAll(/[, ]/g, '')
  const moved = shift(whole, found.part ?? '', power + Number(found.exponent ?? 0))
  return found.sign === '-' && moved !== '0' ? `-${moved}` : moved
}

function shift(whole: string, part: string, power: number): string {
  const digits = whole + part
  const point = whole.length + power
  const left = digits.slice(0, Math.max(point, 0)).padEnd(point, '0')
  const right = digits.slice(Math.max(point, 0)).padStart(digits.length - point, '0')
  const tail = point < digits.length ? right.replace(/0+$/, '') : ''
  return (left.replace(/^0+/, '') || '0') + (tail && `.${tail}`)
}

const formats = new Map<string, Intl.NumberFormat>()

/**
 * Grouped for reading, every digit kept: 1,234.56.
 * @param value canonical decimal text, or a whole number
 * @param decimals always print this many decimals (money)
 */
export function printNumber(value: string | number, locale: Locale, decimals?: number): string {
  const key = `${locale}${decimals ?? ''}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals ?? 0,
      maximumFractionDigits: decimals ?? mostDigits,
    })
    formats.set(key, format)
  }
  return format.format(value as Intl.StringNumericLiteral)
}
