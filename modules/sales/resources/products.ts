import { z } from 'zod'
import { refuseErrors } from '../../../core/api/invalid.ts'
import type { Input, JsonRecord, Resource } from '../../../core/api/resource.ts'
import { rawOf } from '../../../core/fields/forms.ts'
import {
  shownFields,
  typedFromJson,
  valuesAsJson,
  writtenFields,
} from '../../../core/fields/json.ts'
import type { Scope } from '../../../core/scope.ts'
import { productKind } from '../products/kind.ts'
import { productFields } from '../products/product-fields.ts'
import { readProductForm } from '../products/product-form.ts'
import { addProduct, moveProduct, saveProduct } from '../products/products.ts'
import { type Product, productStates, readProduct, readProductList } from '../products/reading.ts'

/** Products for programs; a deleted one is withdrawn from sale. */
export const productResource: Resource<'sales'> = {
  name: 'products',
  title: { en: 'Products', 'zh-CN': '产品' },
  permission: productKind.view,
  record: () =>
    z.strictObject({
      id: z.uuid(),
      version: z.int(),
      ...shownFields(productFields),
      archivedAt: z.iso.datetime().nullable(),
      updatedAt: z.iso.datetime(),
    }),
  filters: { state: z.enum(productStates) },
  sorts: ['name'],
  list: async (scope, { q, cursor, limit, filters }) => {
    const state = productStates.find((one) => one === filters.state) ?? 'active'
    const list = await readProductList(scope, { query: q, state, cursor, size: limit })
    const { rows, after } = list.page
    return { items: rows.map(asJson), total: list.total, next: after ?? null }
  },
  read: async (scope, id) => asJson(await readProduct(scope, id)),
  writing: {
    permission: productKind.edit,
    input: () => z.strictObject(writtenFields(productFields)),
    create: async (scope, registry, input) =>
      addProduct(scope, registry, await readInput(scope, input)),
    change: async (scope, registry, id, version, input) => {
      const product = await readProduct(scope, id)
      const values = await readInput(scope, input, product)
      const known = version ?? product.version
      const outcome = await saveProduct(scope, registry, product, known, values)
      return outcome === 'conflict' ? outcome : undefined
    },
    archive: (scope, registry, id, version) => move(scope, registry, id, version, 'withdrawn'),
    restore: (scope, registry, id, version) => move(scope, registry, id, version, 'resumed'),
  },
}

async function move(
  scope: Scope,
  registry: Parameters<typeof moveProduct>[1],
  id: string,
  version: number | undefined,
  deed: 'withdrawn' | 'resumed',
): Promise<'conflict' | undefined> {
  const product = await readProduct(scope, id)
  if (version !== undefined && product.version !== version) return 'conflict'
  await moveProduct(scope, registry, product, deed)
  return undefined
}

const asJson = ({ id, version, values, archivedAt, updatedAt }: Product): JsonRecord => {
  const { taxRate, ...shown } = valuesAsJson(productFields, values)
  const rate = taxRate === null ? null : Number(taxRate)
  return { id, version, ...shown, taxRate: rate, archivedAt, updatedAt }
}

/** By the form's own parsers, so that a program hears what a person would. @throws Invalid */
async function readInput(scope: Scope, input: Input, old?: Product) {
  const stored = old ? rawOf(productFields, old.values, scope.locale) : {}
  const given = productFields.filter(({ field }) => field in input)
  const raw = { ...stored, ...typedFromJson(given, input) }
  const { values, errors } = await readProductForm(scope, raw, old)
  refuseErrors(errors)
  return values
}
