import { type Context, Hono } from 'hono'
import { conflictFields } from '../../../core/fields/conflicts.ts'
import { rawOf } from '../../../core/fields/forms.ts'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { lastSaved } from '../../../core/records/history.ts'
import { timelineViewOf } from '../../../core/records/timeline-view.ts'
import { tellTimeline } from '../../../core/records/told.ts'
import type { Scope } from '../../../core/scope.ts'
import { NameOptions } from '../../contacts/public.ts'
import { readAddress } from '../papers/address.ts'
import { bookRoutes } from './book-routes.tsx'
import { productKind } from './kind.ts'
import { productText } from './messages.ts'
import { productFields } from './product-fields.ts'
import { readProductForm } from './product-form.ts'
import { addProduct, moveProduct, saveProduct } from './products.ts'
import {
  type Product,
  productStates,
  productWords,
  readProduct,
  readProductList,
} from './reading.ts'
import { ProductFormPage } from './views/product-form.tsx'
import { ProductList } from './views/product-list.tsx'
import { ProductPage } from './views/product-page.tsx'

/** What is sold, and what it costs whom. */
export const productRoutes = new Hono<Site>()

const view = allow(productKind.view)
const edit = allow(productKind.edit)
const page = (id: string) => `${productKind.href}/${id}`

productRoutes.route('/price-books', bookRoutes)

productRoutes.get('/', view, async (c) => {
  const { scope } = c.var
  const address = readAddress(c.req.url, productStates)
  const list = await readProductList(scope, address)
  return c.render(<ProductList scope={scope} address={address} list={list} />, {
    title: productText(scope.locale).title,
  })
})

productRoutes.get('/names', view, async (c) => {
  const query = Object.values(c.req.query())[0] ?? ''
  const asked = { query, state: 'active', cursor: undefined, size: 8 } as const
  const { page } = await readProductList(c.var.scope, asked)
  return c.render(<NameOptions names={page.rows.map(({ values }) => values.name)} />, { title: '' })
})

productRoutes.get('/new', edit, (c) => drawForm(c, { raw: {} }))

productRoutes.post('/', edit, async (c) => {
  const { scope, product } = c.var
  const { raw } = await readForm(c)
  const { values, errors } = await readProductForm(scope, raw)
  const to = await once(scope, raw, async () =>
    Object.keys(errors).length > 0
      ? undefined
      : page(await addProduct(scope, product.registry, values)),
  )
  return to ? go(c, to, saved(scope)) : drawForm(c, { raw, errors })
})

productRoutes.get('/:id', view, async (c) => {
  const { scope, product: running } = c.var
  const product = await readProduct(scope, pathId(c))
  const timeline = await tellTimeline(
    running.registry,
    scope,
    productKind.object,
    product.id,
    timelineViewOf(c),
  )
  return c.render(<ProductPage scope={scope} product={product} timeline={timeline} />, {
    title: product.values.name,
  })
})

productRoutes.get('/:id/edit', edit, async (c) => {
  const { scope } = c.var
  const product = await readProduct(scope, pathId(c))
  const raw = rawOf(productFields, product.values, scope.locale)
  return drawForm(c, { product, raw, version: product.version })
})

productRoutes.post('/:id', edit, async (c) => {
  const { scope, product: running } = c.var
  const product = await readProduct(scope, pathId(c))
  const { raw } = await readForm(c)
  const version = versionOf(raw)
  const { values, errors } = await readProductForm(scope, raw, product)
  if (Object.keys(errors).length > 0) return drawForm(c, { product, raw, version, errors })
  const outcome = await saveProduct(scope, running.registry, product, version, values)
  if (outcome === 'saved') return go(c, page(product.id), saved(scope))
  return drawConflict(c, {
    title: product.values.name,
    action: page(product.id),
    version: product.version,
    fields: await conflictFields(scope, productKind, productFields, product, raw, version),
    ...(await lastSaved(scope, productKind.object, product.id)),
  })
})

for (const [path, deed, said] of [
  ['withdraw', 'withdrawn', 'withdrawnNow'],
  ['resume', 'resumed', 'resumedNow'],
] as const)
  productRoutes.post(`/:id/${path}`, edit, async (c) => {
    const { scope, product: running } = c.var
    const product = await readProduct(scope, pathId(c))
    await moveProduct(scope, running.registry, product, deed)
    const text = productText(scope.locale)[said]
    return go(c, page(product.id), { kind: 'success', text })
  })

const saved = ({ locale }: Scope) => ({ kind: 'success', text: productText(locale).saved }) as const

type Drawn = { product?: Product; raw: Raw; version?: number; errors?: Errors }

async function drawForm(c: Context<Site>, { product, ...drawn }: Drawn) {
  const { scope } = c.var
  const t = productText(scope.locale)
  const page = (
    <ProductFormPage
      scope={scope}
      product={product}
      words={await productWords(scope)}
      once={product ? undefined : onceKey(drawn.raw)}
      {...drawn}
    />
  )
  return c.render(page, {
    title: product?.values.name ?? t.add,
    status: drawn.errors ? 422 : 200,
  })
}
