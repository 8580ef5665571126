import { and, eq, sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { changedFields, given, sideOf } from '../../../core/fields/changes.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { searchText } from '../../../core/values/names.ts'
import { searchLines } from '../papers/paged.ts'
import { leaveTrace } from '../papers/trace.ts'
import { productKind } from './kind.ts'
import { type ProductValues, productFields } from './product-fields.ts'
import type { Product } from './reading.ts'
import { products } from './schema.ts'

const { object } = productKind

/** Adds a product to what is sold. @returns its id */
export async function addProduct(
  scope: Scope,
  registry: Registry,
  values: ProductValues,
): Promise<string> {
  const id = newId()
  await scope.db.insert(products).values({
    ...{ companyId: scope.company.id, id, createdBy: scope.actorId },
    ...columnsOf(values),
  })
  await leaveTrace(scope, registry, object, id, 'created', { after: given(values) })
  return id
}

/**
 * Saves a product as read with `version`; saving what is stored already leaves no trace.
 * @returns conflict when somebody saved it meanwhile; then nothing was written
 */
export async function saveProduct(
  scope: Scope,
  registry: Registry,
  product: Product,
  version: number,
  values: ProductValues,
): Promise<'saved' | 'conflict'> {
  if (product.version !== version) return 'conflict'
  const changed = changedFields(productFields, product.values, values)
  if (Object.keys(changed).length === 0) return 'saved'
  const saved = await scope.db
    .update(products)
    .set({ ...columnsOf(values), ...renewed })
    .where(and(thisOne(scope, product.id), eq(products.version, version)))
    .returning({ id: products.id })
  if (saved.length === 0) return 'conflict'
  const sides = { before: sideOf(changed, 0), after: sideOf(changed, 1) }
  await leaveTrace(scope, registry, object, product.id, 'changed', { ...sides, story: { changed } })
  return 'saved'
}

/** Takes a product out of sale, or back into it; what was sold of it stays as it is. */
export async function moveProduct(
  scope: Scope,
  registry: Registry,
  { id, archivedAt }: Product,
  deed: 'withdrawn' | 'resumed',
): Promise<void> {
  if ((archivedAt !== null) === (deed === 'withdrawn')) return
  await scope.db
    .update(products)
    .set({ archivedAt: deed === 'withdrawn' ? scope.now() : null, ...renewed })
    .where(thisOne(scope, id))
  await leaveTrace(scope, registry, object, id, deed)
}

const renewed = { updatedAt: sql`now()`, version: sql`${products.version} + 1` }

const thisOne = (scope: Scope, id: string) =>
  and(eq(products.companyId, scope.company.id), eq(products.id, id))

/** A product's values as its row holds them. */
const columnsOf = ({ name, code, category, unit, price, taxRate, about }: ProductValues) => ({
  ...{ name, code: code ?? '', category: category ?? '', unit: unit ?? '', about: about ?? '' },
  ...{ priceMinor: price?.minor ?? null, priceCurrency: price?.currency ?? null, taxRate },
  nameKey: searchText(name),
  search: searchLines(name, code ?? '', category ?? ''),
})
