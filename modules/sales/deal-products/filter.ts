import { sql } from 'drizzle-orm'
import type { ListFilter } from '../../../core/lists/list-filter.ts'
import { listsText } from '../../../core/lists/messages.ts'
import { dealsText } from '../deals/messages.ts'
import { deals } from '../deals/schema.ts'
import { products } from '../products/schema.ts'
import { productsText } from './messages.ts'
import { dealLines } from './schema.ts'

/** What a line sells, as reports name it: the product as it is called now, else what is written. */
export const soldName = sql`coalesce(p.name, l.name)`

const lines = sql`${dealLines} l left join ${products} p
  on p.company_id = l.company_id and p.id = l.product_id`

/** Deals that are about a product; `none` for those of which nobody says what they are about. */
export const byProduct: ListFilter = {
  name: 'product',
  condition: (_, name) =>
    name === 'none'
      ? sql`not exists (select from ${dealLines} l
          where l.company_id = ${deals.companyId} and l.deal_id = ${deals.id})`
      : sql`exists (select from ${lines} where l.company_id = ${deals.companyId}
          and l.deal_id = ${deals.id} and ${soldName} = ${name})`,
  say: ({ locale }, name) =>
    listsText(locale).chip(
      productsText(locale).filter,
      name === 'none' ? dealsText(locale).filter.without : name,
    ),
}
