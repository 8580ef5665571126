import { type Parsed, refused, understood } from './parsed.ts'
import { plainWidth, roundedBySpreadsheet, unusable } from './typed.ts'

/** The characters in the order of their values, 0 to 30 (GB 32100-2015, table 2): no I O S V Z. */
export const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * A unified social credit code (统一社会信用代码): 18 characters, the last of which checks the
 * others (GB 32100-2015, 4 and annex A). Spaces and dashes are dropped, letters written large.
 */
export function parseCreditCode(text: string): Parsed<string> {
  const bad = unusable(text)
  if (bad) return bad
  const typed = plainWidth(text)
  if (roundedBySpreadsheet(typed)) return refused('roundedBySpreadsheet')
  const value = typed.replaceAll(/[\s-]/g, '').toUpperCase()
  if (value.length !== 18) return refused('creditCodeLength', value.length)
  const wrong = [...value].find((sign) => !alphabet.includes(sign))
  if (wrong) return refused('creditCodeSign', wrong)
  if (checkDigit(value) !== value.at(-1)) return refused('creditCodeCheck')
  return understood(value, text, value)
}

/** The check character that the first 17 characters ask for: weights 3^i modulo 31. */
export function checkDigit(code: string): string | undefined {
  let sum = 0
  let weight = 1
  for (const sign of code.slice(0, 17)) {
    sum += alphabet.indexOf(sign) * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31]
}

export const printCreditCode = (value: string): string => value
