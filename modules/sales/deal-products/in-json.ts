import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { refuseErrors } from '../../../core/api/invalid.ts'
import type { Input } from '../../../core/api/resource.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Money } from '../../../core/values/money.ts'
import { readDeal } from '../deals/deal-record.ts'
import { dealKind } from '../deals/kind.ts'
import { rawOfWritten } from '../lines/line-raw.ts'
import { followsProducts } from './deal-line.ts'
import { readDealLines } from './form.ts'
import { type LineRow, linesOf, readProducts } from './reading.ts'
import { saveProducts } from './saving.ts'

const decimal = z.string().regex(/^\d+(\.\d+)?$/)

/** What programs read of the lines of a deal: decimal texts, and minor units of each line's currency. */
export const shownLines = z.array(
  z.strictObject({
    ...{ productId: z.uuid().nullable(), name: z.string(), unit: z.string() },
    ...{ currency: z.string(), quantity: z.string(), priceMinor: z.int(), discount: z.string() },
    amountMinor: z.int(),
  }),
)

/** What they write: `product` is a name or a code. All lines at once; none at all is a way, too. */
export const writtenLines = z
  .array(
    z.strictObject({
      product: z.string(),
      quantity: decimal.optional(),
      priceMinor: z.int().min(0).optional(),
      discount: decimal.optional(),
    }),
  )
  .max(200)

type Written = z.infer<typeof writtenLines>

/** The lines of the deal of a row, as a column. */
export const linesColumn = (scope: Scope): SQL => sql`
  coalesce((select json_agg(n) from (${linesOf(scope, sql`deals.id`)}) n), '[]') as lines`

export type WithLines = { lines: LineRow[] }

/**
 * Writes the lines that a program gave with a deal; without any it does nothing. The deal's value
 * follows them where it did before, or where there was none, unless the program gives one itself.
 * @param before the value of the deal before what the program writes; null of a new one
 * @throws Invalid
 */
export async function writeLines(
  scope: Scope,
  registry: Registry,
  id: string,
  input: Input,
  before: Money | null,
): Promise<void> {
  const written = input.products as Written | undefined
  if (!written) return
  const deal = await readDeal(scope, id, dealKind.edit)
  const now = await readProducts(scope, deal)
  const raw = rawOfWritten(written, now.currency)
  const { products, errors } = await readDealLines(scope, raw, deal, now.currency)
  refuseErrors(errors)
  const follow = input.amount === undefined && (before === null || followsProducts(before, now))
  await saveProducts(scope, registry, deal, deal.version, products, follow)
}
