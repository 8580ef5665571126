import { type SQL, sql } from 'drizzle-orm'
import type { ListFilter } from '../../../core/lists/list-filter.ts'
import { listsText } from '../../../core/lists/messages.ts'
import type { Scope } from '../../../core/scope.ts'
import { dealsText } from '../deals/messages.ts'
import { deals } from '../deals/schema.ts'
import { products } from '../products/schema.ts'
import { productsText } from './messages.ts'
import { dealLines } from './schema.ts'

/** What a line sells, as reports name it: the product as it is called now, else what is written. */
export const soldName = sql`coalesce(p.name, l.name)`

/** The deals with a line of this name, each way by an index: by the product, or by the words alone. */
const withProduct = ({ company }: Scope, name: string): SQL => sql`
  select l.deal_id from ${dealLines} l where l.company_id = ${company.id}
    and l.product_id = any(array(select p.id from ${products} p
      where p.company_id = ${company.id} and p.name = ${name}))
  union all
  select l.deal_id from ${dealLines} l where l.company_id = ${company.id}
    and l.product_id is null and l.name = ${name}`

/** Deals that are about a product; `none` for those of which nobody says what they are about. */
export const byProduct: ListFilter = {
  name: 'product',
  condition: (scope, name) =>
    name === 'none'
      ? sql`not exists (select from ${dealLines} l
          where l.company_id = ${deals.companyId} and l.deal_id = ${deals.id})`
      : sql`${deals.id} in (${withProduct(scope, name)})`,
  say: ({ locale }, name) =>
    listsText(locale).chip(
      productsText(locale).filter,
      name === 'none' ? dealsText(locale).filter.without : name,
    ),
}
