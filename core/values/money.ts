import type { Locale } from '../i18n/locale.ts'
import { currencyOf, markOf, minorDigits } from './currencies.ts'
import { decimalOf, printNumber } from './number.ts'
import { type Parsed, refused, understood } from './parsed.ts'
import { plainWidth, unusable } from './typed.ts'

/** Whole minor units (分, cents) of one currency, an ISO 4217 code. */
export type Money = { minor: number; currency: string }

const powerOrDigit = /[\d.,十百千万萬亿億]/

/**
 * An amount as people type it: ¥1,200 · 1.2万元 · USD 99.50 · (¥300) · 3亿.
 * @param options.currency the company's own, meant when none is written
 */
export function parseMoney(text: string, { currency: own }: { currency: string }): Parsed<Money> {
  const bad = unusable(text)
  if (bad) return bad
  const { amount, marks } = takeApart(plainWidth(text))
  const named = marks.map((mark) => currencyOf(mark, own))
  if (named.includes(undefined)) return refused('notMoney')
  const [currency = own, other = currency] = named
  const decimal = decimalOf(amount)
  if (decimal === undefined || other !== currency) return refused('notMoney')
  const digits = minorDigits(currency)
  const [whole = '', part = ''] = decimal.split('.')
  if (part.length > digits) return refused('tooManyDecimals', digits)
  const minor = Number(whole + part.padEnd(digits, '0')) + 0
  if (!Number.isSafeInteger(minor)) return refused('tooLarge', 10 ** 13)
  const value = { minor, currency }
  return understood(value, text, printMoney(value, 'en'))
}

/** Splits -¥1.2万元 into the amount (-1.2万) and the marks written before and behind it. */
function takeApart(typed: string): { amount: string; marks: string[] } {
  const bracketed = /^\((.+)\)$/.exec(typed)?.[1]
  const whole = (bracketed ?? typed).replaceAll(/[−–]/g, '-')
  const outer = /^([+-]?)\s*([^\d+.,-]*?)\s*([+-]?[\d.,].*)$/s.exec(whole)
  if (!outer) return { amount: '', marks: [] }
  const [, first = '', before = '', rest = ''] = outer
  const behind = markBehind(rest)
  const amount = rest.slice(0, rest.length - behind.length).trim()
  const signed = (bracketed ? '-' : '') + first + amount
  return { amount: signed, marks: [before, behind.trim()].filter((mark) => mark !== '') }
}

/** The mark at the end. A power of ten (万, k) that stands before it stays with the number. */
function markBehind(rest: string): string {
  const tail = /[^\d.,]*$/.exec(rest)?.[0] ?? ''
  if (/^\s*(k|w|m|bn)?$/i.test(tail)) return ''
  const latinPower = /^\s*(k|w|m|bn)(?=\s|[^a-z])/i.exec(tail)?.[0] ?? ''
  let start = latinPower.length
  if (start === 0) while (powerOrDigit.test(tail.trimStart()[start] ?? '')) start += 1
  const gap = latinPower ? 0 : tail.length - tail.trimStart().length
  return tail.slice(start + gap)
}

/** ¥1,200.00 · US$99.50: exact, and understood again by parseMoney for any company. */
export function printMoney({ minor, currency }: Money, locale: Locale): string {
  const amount = printNumber(plainMoney({ minor, currency }), locale, minorDigits(currency))
  const sign = amount.startsWith('-') ? '-' : ''
  return sign + markOf(currency) + amount.slice(sign.length)
}

/** 1200.00 in the currency that the column's header names; another one stands before its amount. */
export const amountCell = (value: Money, currency: string): string =>
  value.currency === currency ? plainMoney(value) : `${value.currency} ${plainMoney(value)}`

/** 1200.00: the bare amount, as a spreadsheet calculates with it. */
export function plainMoney({ minor, currency }: Money): string {
  const digits = minorDigits(currency)
  const all = String(Math.abs(minor)).padStart(digits + 1, '0')
  const point = all.length - digits
  const sign = minor < 0 ? '-' : ''
  return sign + all.slice(0, point) + (digits ? `.${all.slice(point)}` : '')
}
