import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Order, Outcome, Transfer } from '../../../core/transfer/transfer.ts'
import { searchText } from '../../../core/values/names.ts'
import { productKind } from './kind.ts'
import { productText } from './messages.ts'
import { type ProductValues, productFields } from './product-fields.ts'
import { addProduct, saveProduct } from './products.ts'
import {
  countProducts,
  type Product,
  productStates,
  productsMeant,
  readProduct,
  readProductsById,
} from './reading.ts'

type Row = Partial<ProductValues> & { name: string }

const none: Omit<ProductValues, 'name'> = {
  ...{ code: null, category: null, unit: null, price: null, taxRate: null, about: null },
}

/** Enters rows in their order: each finds what is sold by its code, else by its name, or makes it. */
async function writeProducts(
  scope: Scope,
  registry: Registry,
  rows: readonly Row[],
  { mode }: Order,
): Promise<Outcome[]> {
  const meant = await productsMeant(
    scope,
    rows.flatMap(({ code, name }) => [name, code ?? name]),
    { exact: true },
  )
  const made = new Map<string, Product>()
  const outcomes: Outcome[] = []
  for (const row of rows) {
    const keys = [row.code, row.name].filter((key) => key !== null && key !== undefined)
    const known = keys.map((key) => made.get(searchText(key)) ?? meant(key)).find(Boolean)
    if (known === 'several') {
      outcomes.push({ kind: 'rejected', reason: productText(scope.locale).books.several })
      continue
    }
    if (known ? mode === 'create' : mode === 'update') {
      outcomes.push({ kind: 'skipped' })
      continue
    }
    const values = { ...none, ...known?.values, ...row }
    const isSame = known && (await saveProduct(scope, registry, known, known.version, values))
    const id = known?.id ?? (await addProduct(scope, registry, values))
    const now = await readProduct(scope, id)
    for (const key of keys) made.set(searchText(key), now)
    outcomes.push({ kind: isSame ? 'updated' : 'created' })
  }
  return outcomes
}

const asked = (filters: URLSearchParams) => ({
  query: filters.get('q') ?? '',
  state: productStates.find((one) => one === filters.get('state')) ?? productStates[0],
})

/** Products as files, in and out. */
export const productTransfer: Transfer<'sales'> = {
  kind: 'products',
  title: { en: 'Products', 'zh-CN': '产品' },
  importPermission: productKind.edit,
  exportPermission: productKind.edit,
  keys: { en: 'Code, else name', 'zh-CN': '产品编码，没有则按产品名称' },
  columns: productFields,
  write: (scope, registry, rows, order) => writeProducts(scope, registry, rows as Row[], order),
  count: (scope, filters) => countProducts(scope, asked(filters)),
  read: async (scope, filters, after, limit) => {
    const products = await readProductsById(scope, asked(filters), after, limit)
    return products.map(({ id, values }) => ({ id, ...values }))
  },
  listHref: productKind.href,
}
