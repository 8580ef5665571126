import { type SQL, sql } from 'drizzle-orm'
import { notFound } from '../../../core/http/refusal.ts'
import type { Cursor } from '../../../core/records/paging.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Money } from '../../../core/values/money.ts'
import { searchText } from '../../../core/values/names.ts'
import { matching, type Paged, readPaged } from '../papers/paged.ts'
import type { ProductValues } from './product-fields.ts'
import { products } from './schema.ts'

export const productStates = ['active', 'withdrawn', 'all'] as const
export type ProductState = (typeof productStates)[number]

export type Product = {
  id: string
  version: number
  values: ProductValues
  archivedAt: Date | null
  updatedAt: Date
}

type Row = Omit<Product, 'values'> & Omit<ProductValues, 'price'> & { price: Money | null }

const columns = sql`${products.id}, ${products.version}, ${products.name},
  nullif(${products.code}, '') as code, nullif(${products.category}, '') as category,
  nullif(${products.unit}, '') as unit, nullif(${products.about}, '') as about,
  case when ${products.priceMinor} is not null then json_build_object(
    'minor', ${products.priceMinor}, 'currency', ${products.priceCurrency}) end as price,
  trim_scale(${products.taxRate})::text as "taxRate",
  ${products.archivedAt} as "archivedAt", ${products.updatedAt} as "updatedAt"`

const asProduct = ({ id, version, archivedAt, updatedAt, ...values }: Row): Product => {
  const { name, code, category, unit, price, taxRate, about } = values
  const said = { name, code, category, unit, price, taxRate, about }
  return { id, version, archivedAt, updatedAt, values: said }
}

const ours = ({ company }: Scope): SQL => sql`${products.companyId} = ${company.id}`

const inState: Record<ProductState, SQL> = {
  active: sql`${products.archivedAt} is null`,
  withdrawn: sql`${products.archivedAt} is not null`,
  all: sql`true`,
}

type Asked = { query: string; state: ProductState; cursor: Cursor | undefined; size?: number }

/** One page of what is sold (or was), by name. */
export async function readProductList(
  scope: Scope,
  { query, state, ...place }: Asked,
): Promise<Paged<Product>> {
  const { page, total } = await readPaged<Row>(scope, {
    columns,
    from: sql`${products}`,
    where: chosen(scope, { query, state }),
    sort: { column: products.nameKey },
    id: sql`${products.id}`,
    direction: 'asc',
    ...place,
  })
  const rows = page.rows.map((row) => ({ ...asProduct(row), sortedBy: row.sortedBy }))
  return { page: { ...page, rows }, total }
}

/** One product, sold or not any more. @throws Refusal 404 when there is none */
export async function readProduct(scope: Scope, id: string): Promise<Product> {
  const [row] = await scope.db.execute<Row>(
    sql`select ${columns} from ${products} where ${ours(scope)} and ${products.id} = ${id}`,
  )
  if (!row) throw notFound()
  return asProduct(row)
}

/**
 * What is sold and goes by one of these names or codes, as somebody typed them. Spaces and case do
 * not matter where nothing goes by just that name: GTXPro is GTX Pro.
 * @param past whether what is sold no more is meant too, where nothing else is
 * @param exact whether spaces matter after all
 * @returns each by what was typed: undefined when there is none, several when that does not tell
 */
export async function productsMeant(
  scope: Scope,
  typed: readonly string[],
  { past = false, exact = false } = {},
): Promise<(name: string) => Product | 'several' | undefined> {
  const keys = [...new Set(typed.map(searchText))]
  const close = [...new Set(typed.map(withoutSpaces))]
  const rows = await scope.db.execute<Row>(sql`
    select ${columns} from ${products} where ${ours(scope)} ${past ? sql`` : sql`and ${inState.active}`}
      and (replace(${products.nameKey}, ' ', '') = any(${sql.param(close)}::text[])
        or lower(${products.code}) = any(${sql.param(keys)}::text[]))
    order by ${products.archivedAt} is not null, ${products.id} limit ${2 * keys.length + 50}`)
  const all = rows.map(asProduct)
  const sold = all.filter(({ archivedAt }) => archivedAt === null)
  return (name) => among(sold, name, exact) ?? (past ? among(all, name, exact) : undefined)
}

/** By code, else by the name itself, else by the name without its spaces. */
function among(
  found: readonly Product[],
  name: string,
  exact: boolean,
): Product | 'several' | undefined {
  const key = searchText(name)
  const coded = found.find(({ values }) => values.code?.toLowerCase() === key)
  if (coded) return coded
  const close = found.filter(({ values }) => withoutSpaces(values.name) === withoutSpaces(name))
  const named = close.filter(({ values }) => searchText(values.name) === key)
  const fitting = named.length > 0 || exact ? named : close
  return fitting.length > 1 ? 'several' : fitting[0]
}

const withoutSpaces = (name: string): string => searchText(name).replaceAll(' ', '')

/** Whether another product that is sold has this code. */
export async function codeTaken(scope: Scope, code: string, own?: string): Promise<boolean> {
  const rows = await scope.db.execute(sql`
    select from ${products} where ${ours(scope)} and ${inState.active} and ${products.code} = ${code}
      and ${products.id} is distinct from ${own ?? null}::uuid limit 1`)
  return rows.length > 0
}

/** The words that products have used, for the fields that offer some. */
export async function productWords(scope: Scope): Promise<Record<string, string[]>> {
  const [row] = await scope.db.execute<Record<string, string[]>>(sql`
    select array(select distinct category from ${products}
        where ${ours(scope)} and category <> '' order by 1 limit 60) as category,
      array(select distinct unit from ${products}
        where ${ours(scope)} and unit <> '' order by 1 limit 60) as unit`)
  return row ?? {}
}

type Chosen = Pick<Asked, 'query' | 'state'>

const chosen = (scope: Scope, { query, state }: Chosen): SQL =>
  sql`${ours(scope)} and ${inState[state]} and ${matching(sql`${products.search}`, query)}`

/** How many products an export would have. */
export async function countProducts(scope: Scope, asked: Chosen): Promise<number> {
  const [row] = await scope.db.execute<{ count: number }>(
    sql`select count(*)::int as count from ${products} where ${chosen(scope, asked)}`,
  )
  return row?.count ?? 0
}

/** The next products of an export, by their ids. @param after id of the last one before */
export async function readProductsById(
  scope: Scope,
  asked: Chosen,
  after: string | undefined,
  limit: number,
): Promise<Product[]> {
  const rows = await scope.db.execute<Row>(sql`
    select ${columns} from ${products} where ${chosen(scope, asked)}
      ${after ? sql`and ${products.id} > ${after}` : sql``}
    order by ${products.id} limit ${limit}`)
  return rows.map(asProduct)
}
