import type { Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { readSaver } from '../../../core/records/history.ts'
import { versionDeeds } from '../../../core/records/traces.ts'
import { printMoney } from '../../../core/values/money.ts'
import { type DealRecord, readDeal } from '../deals/deal-record.ts'
import { dealKind } from '../deals/kind.ts'
import { labelOfPart, rawOfLines } from '../lines/line-raw.ts'
import { moreName } from '../lines/views/line-fields.tsx'
import { type DealProducts, followsProducts, worthOf } from './deal-line.ts'
import { readDealLines } from './form.ts'
import { productsText } from './messages.ts'
import { readProducts } from './reading.ts'
import { saveProducts } from './saving.ts'
import { ProductsFormPage } from './views/products-form.tsx'

/** What a deal is about: a form of lines, saved as one. */
export function addProductRoutes(routes: Hono<Site>): void {
  const edit = allow(dealKind.edit)

  routes.get('/:id/products', edit, async (c) => {
    const deal = await readDeal(c.var.scope, pathId(c), dealKind.edit)
    const products = await readProducts(c.var.scope, deal)
    return draw(c, deal, products.currency, rawOf(deal, products), deal.version)
  })

  routes.post('/:id/products', edit, async (c) => {
    const { scope, product } = c.var
    const deal = await readDeal(scope, pathId(c), dealKind.edit)
    const { raw } = await readForm(c)
    const version = versionOf(raw)
    const now = await readProducts(scope, deal)
    if (raw[moreName]) return draw(c, deal, now.currency, raw, version)
    const { products, errors } = await readDealLines(scope, raw, deal, now.currency)
    if (Object.keys(errors).length > 0) return draw(c, deal, now.currency, raw, version, errors)
    const follow = raw.value !== 'own'
    const saved = await saveProducts(scope, product.registry, deal, version, products, follow)
    if (saved === 'conflict') return drawProductsConflict(c, deal, now, raw)
    const t = productsText(scope.locale)
    const text =
      follow && products.lines.length > 0
        ? t.savedAndFollowed(printMoney(worthOf(products), scope.locale))
        : t.saved
    return go(c, `${dealKind.href}/${deal.id}`, { kind: 'success', text })
  })
}

/** Lines as the form shows them; a value that is not what they come to is somebody's own. */
const rawOf = ({ values: { amount } }: DealRecord, products: DealProducts): Raw => ({
  ...rawOfLines(products.lines, products.currency),
  value: amount && !followsProducts(amount, products) ? 'own' : 'products',
})

function draw(
  c: Context<Site>,
  deal: DealRecord,
  currency: string,
  raw: Raw,
  version: number,
  errors?: Errors,
) {
  const { scope } = c.var
  const page = <ProductsFormPage {...{ scope, deal, currency, raw, version, errors }} />
  const title = productsText(scope.locale).editTitle(deal.values.name)
  return c.render(page, { title, status: errors ? 422 : 200 })
}

/** Somebody saved the deal meanwhile: both sides, line by line. */
async function drawProductsConflict(
  c: Context<Site>,
  deal: DealRecord,
  now: DealProducts,
  yours: Raw,
) {
  const { scope } = c.var
  const theirs = rawOf(deal, now)
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(yours)])]
  const t = productsText(scope.locale)
  return drawConflict(c, {
    title: deal.values.name,
    action: `${dealKind.href}/${deal.id}/products`,
    version: deal.version,
    fields: names.flatMap((name) => {
      const label = name === 'value' ? t.value : labelOfPart(scope.locale, name)
      return label ? { name, label, theirs: theirs[name] ?? '', yours: yours[name] ?? '' } : []
    }),
    savedBy: await readSaver(scope, dealKind.object, deal.id, versionDeeds),
    savedAt: deal.updatedAt,
  })
}
