import { type Money, plainMoney } from '../../../core/values/money.ts'
import type { Line } from '../lines/line-form.ts'

/** One line of a deal; what is taxed at which rate is settled in a quote. */
export type DealLine = Omit<Line, 'taxRate'>

/** What a deal is about: its lines, all in one currency. */
export type DealProducts = { currency: string; lines: readonly DealLine[] }

/** What the lines come to. */
export const worthOf = ({ currency, lines }: DealProducts): Money => ({
  minor: lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  currency,
})

/**
 * A deal's value follows its products for as long as it is what they come to. Nothing more is kept
 * of it: whoever gives a deal another value, on whatever way, keeps that one.
 */
export function followsProducts(amount: Money | null, products: DealProducts): boolean {
  const worth = worthOf(products)
  return (
    products.lines.length > 0 && amount?.minor === worth.minor && amount.currency === worth.currency
  )
}

/** A line in a word, as history keeps it: GTX Pro × 2 @ 4821 −10%. */
export const sayLine = (
  { name, quantity, priceMinor, discount }: DealLine,
  currency: string,
): string => {
  const less = Number(discount) > 0 ? ` −${discount}%` : ''
  return `${name} × ${quantity} @ ${plainMoney({ minor: priceMinor, currency })} ${currency}${less}`
}
