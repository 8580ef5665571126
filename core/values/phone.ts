import type { CountryCode } from 'libphonenumber-js/max'
import type { Locale } from '../i18n/locale.ts'
import { lazyPackage } from '../lazily.ts'
import { type Parsed, refused, understood } from './parsed.ts'
import { plainWidth, roundedBySpreadsheet, unusable } from './typed.ts'

const plans = lazyPackage<typeof import('libphonenumber-js/max')>('libphonenumber-js/max')

/**
 * @property text how it reads in the company's region, or as typed when it was not understood
 * @property e164 +8613812345678, without extension; null when it was not understood
 * @property digits digits alone, with the country code when known: for search by a part
 */
export type Phone = { text: string; e164: string | null; digits: string }

/** `region` is the country (ISO 3166) of numbers written without one; `strict` refuses doubt. */
export type PhoneOptions = { region: string; strict?: boolean }

/**
 * A phone number as people type it: 138-1234-5678 · １３８… · 0755-88886666转12 · +1 415 555 2671.
 * What is no known number (95588, 110 ask for Mei) is kept as typed with `e164` null, unless
 * `strict`; what has not three digits is none at all.
 * The max metadata is used: min takes a mobile number with a digit missing for valid.
 */
export function parsePhone(text: string, options: PhoneOptions): Parsed<Phone> {
  const bad = unusable(text)
  if (bad) return bad
  const typed = plainWidth(text).replace(/^(\d{7,})\.0$/, '$1')
  if (roundedBySpreadsheet(typed)) return refused('roundedBySpreadsheet')
  if (typed.length > 60) return refused('tooLong', 60, typed.length)
  const region = options.region as CountryCode
  const number = plans().parsePhoneNumberFromString(latinExtension(typed), {
    defaultCountry: region,
    extract: false,
  })
  if (!number?.isValid()) return keep(text, typed, options)
  const pretty = number.country === region ? number.formatNational() : number.formatInternational()
  const value = {
    text: pretty,
    e164: number.number,
    digits: number.number.slice(1) + (number.ext ?? ''),
  }
  return understood(value, text, pretty)
}

const latinExtension = (typed: string): string =>
  typed.replace(/\s*(?:转|轉|分机号?|內線)[:\s]*(\d{1,7})$/, ' ext. $1')

function keep(text: string, typed: string, { region, strict }: PhoneOptions): Parsed<Phone> {
  const digits = typed.replaceAll(/\D/g, '')
  if (digits.length < 3) return refused('notAPhone')
  if (!strict) return understood({ text: text.normalize('NFC').trim(), e164: null, digits })
  const mobile = region === 'CN' && digits.startsWith('1') && digits.length !== 11
  return mobile ? refused('mobileLength', digits.length) : refused('notAPhone')
}

/** The text of a phone, its extension in the reader's language. */
export const printPhone = ({ text }: Pick<Phone, 'text'>, locale: Locale): string =>
  locale === 'zh-CN' ? text.replace(/ ext\. (\d+)$/, ' 转 $1') : text
