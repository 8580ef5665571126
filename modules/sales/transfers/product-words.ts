import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { Money } from '../../../core/values/money.ts'
import { searchText } from '../../../core/values/names.ts'
import type { DealLine } from '../deal-products/deal-line.ts'
import { productsText } from '../deal-products/messages.ts'
import { lineAmount } from '../lines/amount.ts'
import { rounded, scaled } from '../lines/decimal.ts'
import { productsMeant } from '../products/reading.ts'
import { products } from '../products/schema.ts'

/**
 * What a file says a deal is about; without an id where the company keeps no products yet, without a
 * quantity where the file tells none.
 */
export type Sold = {
  productId: string | null
  name: string
  unit: string
  price: Money | null
  quantity?: string
}

/** What a cell names, one product or several; a sentence when one of them is none. */
export type SoldOf = (cell: string | undefined) => readonly Sold[] | string

/** Several products in one cell stand apart by these. */
const apart = /[;；\n]/
export const soldApart = '；'
/** How many of a product stand behind this: GTX Pro × 3. */
export const times = ' × '
const quantified = /^(.*\S)\s*[×✕xX*]\s*(\d{1,9}(?:\.\d{1,4})?)$/

/** A product's name in a cell, and how many of it; a name may itself end like a quantity. */
const readQuantity = (cell: string): { name: string; quantity?: string } => {
  const [, name, quantity = '0'] = quantified.exec(cell) ?? []
  return name && Number(quantity) > 0
    ? { name, quantity: String(Number(quantity)) }
    : { name: cell }
}

/**
 * Looks up what the rows of a batch sell: also what is sold no more, since a file tells of the past.
 * A name that none goes by is a fault of its row. Nothing is added to the products by it; only where
 * a company keeps none yet, names stay as they are written.
 */
export async function readSold(
  scope: Scope,
  rows: readonly { product?: string }[],
): Promise<SoldOf> {
  const t = productsText(scope.locale)
  const cells = [...new Set(rows.flatMap(({ product }) => namesIn(product)))]
  const names = [...new Set(cells.flatMap((cell) => [cell, readQuantity(cell).name]))]
  const meant = await productsMeant(scope, names, { past: true })
  const keepsNone = names.length > 0 && !(await keepsProducts(scope))
  return (cell) => {
    const sold: Sold[] = []
    for (const written of namesIn(cell)) {
      const { name, quantity } = meant(written) ? { name: written } : readQuantity(written)
      const found = meant(name)
      if (found === 'several') return t.several(name)
      if (!found && !keepsNone) return t.unknown(name)
      const { name: known = name, unit, price = null } = found?.values ?? {}
      sold.push({ productId: found?.id ?? null, name: known, unit: unit ?? '', price, quantity })
    }
    return sold
  }
}

const namesIn = (cell = ''): string[] =>
  cell
    .split(apart)
    .map((name) => name.trim())
    .filter((name) => name !== '')

const keepsProducts = async ({ db, company }: Scope): Promise<boolean> =>
  (await db.execute(sql`select from ${products} where company_id = ${company.id} limit 1`)).length >
  0

/** A line of a deal with the currency it is in. */
export type SoldLine = DealLine & { currency: string }

const keyOf = ({ productId, name }: Pick<Sold, 'productId' | 'name'>): string =>
  productId ?? searchText(name)

/**
 * The lines of a deal with those products that it has not yet, and as many as the file says of those
 * that it has; the others stay. What is sold alone costs what the file says the deal is worth, else a
 * product costs what it usually does.
 * @param worth what the row says of the deal's value, and whether that is what was known of it
 */
export function linesWith(
  lines: readonly SoldLine[],
  sold: readonly Sold[],
  { worth, isKnown }: { worth: Money | null; isKnown: boolean },
  currency: string,
): readonly SoldLine[] {
  const [only] = lines
  const [alone] = sold
  const isAlone = alone !== undefined && sold.length === 1
  if (only && isAlone && lines.length === 1 && keyOf(only) === keyOf(alone)) {
    const quantity = alone.quantity ?? only.quantity
    const isPriced = worth && !isKnown && (alone.quantity !== undefined || Number(quantity) === 1)
    if (isPriced) return [priced({ ...alone, quantity }, eachOf(worth, quantity))]
  }
  const said = new Map(sold.map((one) => [keyOf(one), one.quantity]))
  const kept = lines.map((line) => withQuantity(line, lines, said.get(keyOf(line))))
  const known = new Set(lines.map(keyOf))
  const fresh = sold.filter((one) => !known.has(keyOf(one)))
  if (fresh.length === 0) return kept.some((line, at) => line !== lines[at]) ? kept : lines
  const at = only?.currency ?? currency
  const usual = ({ price }: Sold) => (price?.currency === at ? price : { minor: 0, currency: at })
  const cost = (one: Sold) =>
    !only && isAlone && worth ? eachOf(worth, one.quantity ?? '1') : usual(one)
  return [...kept, ...fresh.map((one) => priced(one, cost(one)))]
}

/** A line with the quantity that a file says; of a product in several lines it cannot say which. */
function withQuantity(line: SoldLine, all: readonly SoldLine[], quantity?: string): SoldLine {
  const isOne = all.filter((one) => keyOf(one) === keyOf(line)).length === 1
  if (!quantity || !isOne || Number(quantity) === Number(line.quantity)) return line
  return { ...line, quantity, amountMinor: lineAmount({ ...line, quantity }) }
}

/** What one costs where so many come to an amount, to the nearest minor unit. */
const eachOf = ({ minor, currency }: Money, quantity: string): Money => ({
  minor: rounded(BigInt(minor) * 10_000n, scaled(quantity, 4)),
  currency,
})

function priced(
  { productId, name, unit, quantity = '1' }: Sold,
  { minor, currency }: Money,
): SoldLine {
  const line = { productId, name, unit, quantity, priceMinor: minor, discount: '0' }
  return { ...line, currency, amountMinor: lineAmount(line) }
}
