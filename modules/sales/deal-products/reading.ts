import { type SQL, sql } from 'drizzle-orm'
import { written } from '../../../core/db/plan.ts'
import type { Scope } from '../../../core/scope.ts'
import type { DealLine, DealProducts } from './deal-line.ts'
import { dealLines } from './schema.ts'

export type LineRow = DealLine & { currency: string }

/** The most lines that a deal has, as a form has them. */
const most = 200

/** The columns of a line of `l`. */
export const lineColumns = sql`l.product_id as "productId", l.name, l.unit, l.currency,
  trim_scale(l.quantity)::text as quantity, l.price_minor::float8 as "priceMinor",
  trim_scale(l.discount)::text as discount, l.amount_minor::float8 as "amountMinor"`

/** The lines of a deal, which the caller has made sure may be seen. @param dealId id, or its column */
export const linesOf = ({ company }: Pick<Scope, 'company'>, dealId: string | SQL): SQL => sql`
  select ${lineColumns} from ${dealLines} l where l.company_id = ${company.id} and l.deal_id = ${dealId}
  order by l.position, l.id limit ${written(most)}`

/** @param currency of a deal that has no lines yet */
export const asProducts = (rows: readonly LineRow[], currency: string): DealProducts => ({
  currency: rows[0]?.currency ?? currency,
  lines: rows.map(({ currency: _, ...line }) => line),
})

/** The lines of a deal, and what currency they are in or would be. */
export const readProducts = async (
  scope: Scope,
  deal: { id: string; values: { amount: { currency: string } | null } },
): Promise<DealProducts> =>
  asProducts(
    await scope.db.execute<LineRow>(linesOf(scope, deal.id)),
    deal.values.amount?.currency ?? scope.company.currency,
  )
