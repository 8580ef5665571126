import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseMoney } from '../../../core/values/money.ts'
import { parseNumber } from '../../../core/values/number.ts'
import { sayProblem } from '../../../core/values/problem.ts'
import { parseText } from '../../../core/values/text.ts'
import type { Occasion } from '../products/choosing.ts'
import { pricesOf } from '../products/prices.ts'
import { type Product, productsMeant } from '../products/reading.ts'
import { lineAmount, quantityDigits } from './amount.ts'
import { lineText } from './messages.ts'
import { parsePercent } from './percent.ts'

/** One line of a paper. Decimal texts, and amounts in minor units of the paper's currency. */
export type Line = {
  productId: string | null
  name: string
  unit: string
  quantity: string
  priceMinor: number
  discount: string
  taxRate: string
  amountMinor: number
}

/** The parts of a line, as its fields are named: `line-0-product`. */
export const lineParts = ['product', 'quantity', 'price', 'discount', 'taxRate'] as const
export type LinePart = (typeof lineParts)[number]
export const partName = (at: number, part: LinePart): string => `line-${at}-${part}`

const mostLines = 200
const largest = 10 ** 13

/** How many lines a form has, filled or not. */
export function rowsOf(raw: Raw): number {
  const rows = Object.keys(raw).map((name) =>
    Number(/^line-(\d{1,3})-product$/.exec(name)?.[1] ?? -1),
  )
  return Math.min(mostLines, Math.max(0, ...rows.map((at) => at + 1)))
}

/**
 * Reads the lines of a form; rows without a product are left out.
 * @param least how many there have to be
 */
export async function readLines(
  scope: Scope,
  raw: Raw,
  occasion: Occasion,
  { least = 1 }: { least?: 0 | 1 } = {},
): Promise<{ lines: Line[]; errors: Errors }> {
  const t = lineText(scope.locale)
  const rows = Array.from({ length: rowsOf(raw) }, (_, at) => at).filter((at) =>
    raw[partName(at, 'product')]?.trim(),
  )
  const typed = rows.map((at) => raw[partName(at, 'product')] ?? '')
  const meant = await productsMeant(scope, typed)
  const known = typed.map(meant).filter((one): one is Product => typeof one === 'object')
  const prices = await pricesOf(scope, occasion, known)
  const fields = new Fields(raw, scope.locale)
  const lines = rows.map((at) => readLine(scope, fields, raw, at, { meant, prices, occasion }))
  if (lines.length < least) fields.refuse(partName(0, 'product'), t.none)
  const sum = lines.reduce((all, { amountMinor }) => all + amountMinor, 0)
  if (!(sum <= largest)) fields.refuse('', t.tooLarge)
  return { lines, errors: fields.errors }
}

type Known = {
  meant: (name: string) => Product | 'several' | undefined
  prices: ReadonlyMap<string, number>
  occasion: Occasion
}

function readLine(
  scope: Scope,
  fields: Fields,
  raw: Raw,
  at: number,
  { meant, prices, occasion: { currency } }: Known,
): Line {
  const t = lineText(scope.locale)
  const name = (part: LinePart) => partName(at, part)
  const typed = raw[name('product')] ?? ''
  const parsed = parseText(typed)
  if (!parsed.ok) fields.refuse(name('product'), sayProblem(parsed.problem, scope.locale))
  const found = meant(typed)
  if (found === 'several') fields.refuse(name('product'), t.several(typed))
  const product = found === 'several' ? undefined : found
  const price = fields.may(name('price'), (text) => parseMoney(text, { currency }))
  if (price && price.currency !== currency) fields.refuse(name('price'), t.otherCurrency(currency))
  if (price && price.minor < 0) fields.refuse(name('price'), t.negative)
  const usual = product && prices.get(product.id)
  if (!price && usual === undefined) fields.refuse(name('price'), t.needPrice(typed.trim()))
  const number = (text: string) =>
    parseNumber(text, { decimals: quantityDigits, least: 10 ** -quantityDigits, most: 10 ** 9 })
  const line = {
    productId: product?.id ?? null,
    name: product?.values.name ?? typed.trim(),
    unit: product?.values.unit ?? '',
    quantity: fields.may(name('quantity'), number) ?? '1',
    priceMinor: price?.minor ?? usual ?? 0,
    discount: fields.may(name('discount'), parsePercent) ?? '0',
    taxRate: fields.may(name('taxRate'), parsePercent) ?? product?.values.taxRate ?? '0',
  }
  return { ...line, amountMinor: lineAmount(line) }
}
