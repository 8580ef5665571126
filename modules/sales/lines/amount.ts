import { rounded, scaled } from './decimal.ts'

/** Digits behind the point that a quantity and a percentage may have. */
export const quantityDigits = 4
export const percentDigits = 2

/**
 * What is sold, as a deal and a quote both have it. `quantity` and `discount` (in per cent) are
 * decimal texts; `priceMinor` is the price of one in minor units (分, cents) of the currency.
 */
export type Priced = { quantity: string; priceMinor: number; discount: string }

/**
 * The amount of one line in minor units: quantity × price, less the discount, rounded once. Minor
 * units are the currency's own, so a line in yen is rounded to whole yen.
 */
export function lineAmount({ quantity, priceMinor, discount }: Priced): number {
  const left = scaled('100', percentDigits) - scaled(discount, percentDigits)
  const exact = scaled(quantity, quantityDigits) * BigInt(priceMinor) * left
  return rounded(exact, 10n ** BigInt(quantityDigits) * scaled('100', percentDigits))
}
