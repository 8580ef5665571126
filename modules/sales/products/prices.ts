import { sql } from 'drizzle-orm'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Cursor } from '../../../core/records/paging.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Money } from '../../../core/values/money.ts'
import { type Paged, readPaged } from '../papers/paged.ts'
import { type Book, readBooks } from './books.ts'
import { booksFor, type Occasion } from './choosing.ts'
import { priceBookObject } from './kind.ts'
import type { Product } from './reading.ts'
import { prices, products } from './schema.ts'

export type PriceRow = { id: string; name: string; priceMinor: number; usual: Money | null }

/** One page of the prices in a book, by the names of the products. */
export const readPrices = (
  scope: Scope,
  book: Book,
  cursor: Cursor | undefined,
): Promise<Paged<PriceRow>> =>
  readPaged<PriceRow>(scope, {
    columns: sql`${products.id}, ${products.name}, ${prices.priceMinor}::float8 as "priceMinor",
      case when ${products.priceMinor} is not null then json_build_object(
        'minor', ${products.priceMinor}, 'currency', ${products.priceCurrency}) end as usual`,
    from: sql`${prices} join ${products} on ${products.companyId} = ${prices.companyId}
      and ${products.id} = ${prices.productId}`,
    where: sql`${prices.companyId} = ${scope.company.id} and ${prices.bookId} = ${book.id}`,
    sort: { column: products.nameKey },
    id: sql`${products.id}`,
    direction: 'asc',
    cursor,
  })

/** Says what a product costs by a book; null takes it out, and its usual price holds. */
export async function setPrice(
  scope: Scope,
  book: Book,
  productId: string,
  priceMinor: number | null,
): Promise<void> {
  const [old] = await scope.db.execute<{ priceMinor: number }>(sql`
    select price_minor::float8 as "priceMinor" from ${prices}
    where company_id = ${scope.company.id} and book_id = ${book.id} and product_id = ${productId}
    for update`)
  if ((old?.priceMinor ?? null) === priceMinor) return
  await scope.db.execute(
    priceMinor === null
      ? sql`delete from ${prices} where company_id = ${scope.company.id}
          and book_id = ${book.id} and product_id = ${productId}`
      : sql`insert into ${prices} (company_id, book_id, product_id, price_minor)
          values (${scope.company.id}, ${book.id}, ${productId}, ${priceMinor})
          on conflict (company_id, book_id, product_id) do update set price_minor = excluded.price_minor`,
  )
  await recordAudit(scope, {
    action: 'changed',
    object: priceBookObject,
    recordId: book.id,
    before: { product: productId, priceMinor: old?.priceMinor ?? null },
    after: { product: productId, priceMinor },
  })
}

/**
 * What products cost on an occasion, in minor units of its currency: by the book that fits most
 * narrowly and has them, else their usual price; nothing where there is none in that currency.
 */
export async function pricesOf(
  scope: Scope,
  occasion: Occasion,
  asked: readonly Product[],
): Promise<Map<string, number>> {
  const live = (await readBooks(scope)).filter(({ archivedAt }) => archivedAt === null)
  const books = booksFor(live, occasion).map(({ id }) => id)
  const ids = asked.map(({ id }) => id)
  const found = await scope.db.execute<{ id: string; bookId: string; priceMinor: number }>(sql`
    select product_id as id, book_id as "bookId", price_minor::float8 as "priceMinor" from ${prices}
    where company_id = ${scope.company.id} and book_id = any(${sql.param(books)}::uuid[])
      and product_id = any(${sql.param(ids)}::uuid[])`)
  const known = new Map<string, number>()
  for (const { id, values } of asked)
    if (values.price?.currency === occasion.currency) known.set(id, values.price.minor)
  for (const book of books.toReversed())
    for (const { id, bookId, priceMinor } of found) if (bookId === book) known.set(id, priceMinor)
  return known
}

/** The ids of somebody's department and of those above it, the nearest first. */
export async function departmentsUp(scope: Scope, from: string | null): Promise<string[]> {
  const rows = await scope.db.execute<{ id: string }>(sql`
    with recursive up as (
      select id, parent_id, 0 as step from core.departments
      where company_id = ${scope.company.id} and id = ${from}
      union all
      select d.id, d.parent_id, up.step + 1 from core.departments d join up on d.id = up.parent_id
      where d.company_id = ${scope.company.id} and up.step < 50)
    select id from up order by step`)
  return rows.map(({ id }) => id)
}
