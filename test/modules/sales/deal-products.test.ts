import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { followsProducts, worthOf } from '../../../modules/sales/deal-products/deal-line.ts'
import { readProducts } from '../../../modules/sales/deal-products/reading.ts'
import { readDeal } from '../../../modules/sales/deals/deal-record.ts'
import { lineAmount } from '../../../modules/sales/lines/amount.ts'
import { addProduct, moveProduct } from '../../../modules/sales/products/products.ts'
import { readProduct } from '../../../modules/sales/products/reading.ts'
import { transfers } from '../../../modules/sales/transfers.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { type Program, programOf } from '../../setup/program.ts'
import { makeDeal } from './make.ts'
import { registryOf } from './papers.ts'
import { openSalesOffice } from './sales-office.ts'

let office: Office
let emils: Program
beforeAll(async () => {
  office = await openSalesOffice()
  emils = await programOf(office.app, office, 'emil')
  await office.inScope('lin', async (scope) => {
    for (const [name, minor] of [
      ['GTX Pro', 482_100],
      ['MG Special', 5_500],
    ] as const)
      await addProduct(scope, registryOf(office), {
        ...{ name, code: null, category: null, unit: null, taxRate: null, about: null },
        price: { minor, currency: scope.company.currency },
      })
  })
})
afterAll(() => office?.close())

const make = (values: Parameters<typeof makeDeal>[2]) =>
  office.inScope('emil', (scope) => makeDeal(scope, registryOf(office), values))
const deal = (id: string) => office.inScope('emil', (scope) => readDeal(scope, id))
const productsOf = (id: string) =>
  office.inScope('emil', async (scope) => readProducts(scope, await readDeal(scope, id)))
const form = (id: string) => `/sales/deals/${id}/products`
const currency = () => office.inScope('emil', async ({ company }) => company.currency)
async function save(id: string, fields: Record<string, string>, who: PersonName = 'emil') {
  const { version } = await deal(id)
  return office.as(who).post(form(id), { version: String(version), ...fields })
}
const bring = (rows: Record<string, unknown>[]) =>
  office.inScope('lin', (scope) => {
    const transfer = transfers.find(({ kind }) => kind === 'deals')
    if (!transfer) throw new Error('Deals do not come as files.')
    return transfer.write(scope, registryOf(office), rows, { mode: 'both' })
  })
const bringOne = async (row: Record<string, unknown>) => {
  const [outcome] = await bring([row])
  const [found] = await office.inScope('lin', ({ db }) =>
    db.execute<{ id: string }>(sql`
      select id from sales.deals where reference = ${String(row.reference)}`),
  )
  return { outcome, id: found?.id ?? '' }
}

test('emil says what a deal is about: the price of the list, a discount, and the deal is worth that', async () => {
  const id = await make({ name: 'Two pros' })
  const saved = await save(id, {
    ...{ 'line-0-product': 'gtxpro', 'line-0-quantity': '2', 'line-0-discount': '10' },
    value: 'products',
  })
  expect(saved.status).toBe(303)
  expect((await productsOf(id)).lines).toMatchObject([
    { name: 'GTX Pro', quantity: '2', priceMinor: 482_100, discount: '10', amountMinor: 867_780 },
  ])
  expect((await deal(id)).values.amount?.minor).toBe(867_780)
  const page = await (await office.as('emil').get(`/sales/deals/${id}`)).text()
  for (const said of ['GTX Pro', 'follows its products', 'changed the products'])
    expect(page).toContain(said)
})

test('a value of its own stays when products change, and one that follows goes along', async () => {
  const amount = { minor: 100_000, currency: await currency() }
  const own = await make({ name: 'Agreed', amount })
  expect(await (await office.as('emil').get(form(own))).text()).toMatch(/value="own" checked/)
  await save(own, { 'line-0-product': 'MG Special', value: 'own' })
  expect((await deal(own)).values.amount).toEqual(amount)
  await save(own, { 'line-0-product': 'MG Special', value: 'products' })
  expect((await deal(own)).values.amount?.minor).toBe(5_500)
  const { version } = await deal(own)
  await office
    .as('emil')
    .post(`/sales/deals/${own}`, { name: 'Agreed', amount: '900', version: String(version) })
  expect(await (await office.as('emil').get(form(own))).text()).toMatch(/value="own" checked/)
  await save(own, { value: 'products' })
  expect((await productsOf(own)).lines).toEqual([])
  expect((await deal(own)).values.amount?.minor).toBe(90_000)
})

test('what is wrong is said beside its field and keeps what was typed; a late save shows both sides', async () => {
  const id = await make({ name: 'Late' })
  const typed = { 'line-0-product': 'Something else', 'line-0-quantity': 'many' }
  const wrong = await save(id, typed)
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const said of ['value="many"', 'Type one.']) expect(page).toContain(said)
  const { version } = await deal(id)
  await save(id, { 'line-0-product': 'GTX Pro' })
  const late = { version: String(version), 'line-0-product': 'MG Special' }
  const conflict = await office.as('emil').post(form(id), late)
  expect(conflict.status).toBe(409)
  expect(await conflict.text()).toContain('GTX Pro')
  expect((await productsOf(id)).lines).toMatchObject([{ name: 'GTX Pro' }])
})

test('sun, of another department, neither reads nor writes what emil’s deal is about', async () => {
  const id = await make({ name: 'Hidden' })
  await save(id, { 'line-0-product': 'Secret service', 'line-0-price': '10' })
  expect((await office.as('sun').get(form(id))).status).toBe(404)
  expect((await save(id, { 'line-0-product': 'MG Special' }, 'sun')).status).toBe(404)
  expect((await productsOf(id)).lines).toMatchObject([{ name: 'Secret service' }])
})

test('programs write and read the lines; a value of theirs is the deal’s own', async () => {
  const made = await emils.ask('POST', '/deals', {
    name: 'By program',
    products: [{ product: 'GTX Pro', quantity: '3' }],
  })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    amount: { minor: 1_446_300 },
    products: [{ name: 'GTX Pro', quantity: '3', amountMinor: 1_446_300 }],
  })
  const { id } = made.body
  const change = (body: object) => emils.patch(`/deals/${id}`, body, '*')
  const less = await change({ products: [{ product: 'MG Special' }] })
  expect(less.body.amount.minor).toBe(5_500)
  const amount = { minor: 7_000, currency: await currency() }
  const own = { amount, products: [{ product: 'GTX Pro' }] }
  expect((await change(own)).body.amount).toEqual(amount)
  const none = await change({ products: [] })
  expect(none.body).toMatchObject({ amount, products: [] })
  const wrong = await change({ products: [{ product: 'Nothing' }] })
  expect(wrong.status).toBe(422)
})

test('a file names products by their names, spaces and case aside, at what the deal is worth', async () => {
  const amount = { minor: 451_400, currency: await currency() }
  const row = { reference: 'F-1', product: 'GTXPro', amount, stage: 'Won', closedOn: '2026-01-05' }
  const { outcome, id } = await bringOne(row)
  expect(outcome).toEqual({ kind: 'created' })
  expect((await deal(id)).values.name).toBe('GTX Pro')
  expect((await productsOf(id)).lines).toMatchObject([{ name: 'GTX Pro', amountMinor: 451_400 }])
  expect((await bringOne(row)).outcome).toEqual({ kind: 'skipped' })
  await bringOne({ reference: 'F-1', product: 'MG Special；gtx pro' })
  expect((await productsOf(id)).lines).toMatchObject([
    { name: 'GTX Pro', amountMinor: 451_400 },
    { name: 'MG Special', amountMinor: 5_500 },
  ])
})

test('a deal that is won at last is sold at what the file says then', async () => {
  await bringOne({ reference: 'F-2', product: 'GTX Pro', stage: 'Engaging' })
  const amount = { minor: 430_000, currency: await currency() }
  const won = { stage: 'Won', closedOn: '2026-01-06', amount }
  const { id } = await bringOne({ reference: 'F-2', product: 'GTX Pro', ...won })
  expect((await productsOf(id)).lines).toMatchObject([{ priceMinor: 430_000 }])
})

test('a file says how many of a product, and out and in again changes nothing', async () => {
  const { id } = await bringOne({ reference: 'Q-1', product: 'GTX Pro × 3；MG Special*2.5' })
  expect((await productsOf(id)).lines).toMatchObject([
    { name: 'GTX Pro', quantity: '3', amountMinor: 1_446_300 },
    { name: 'MG Special', quantity: '2.5', amountMinor: 13_750 },
  ])
  const exported = () =>
    office.inScope('lin', async (scope) => {
      const transfer = transfers.find(({ kind }) => kind === 'deals')
      const rows = await transfer?.read(scope, new URLSearchParams(), undefined, 1_000)
      return rows?.find(({ reference }) => reference === 'Q-1')
    })
  expect((await exported())?.product).toBe('GTX Pro × 3；MG Special × 2.5')
  const { id: _, ...again } = (await exported()) ?? { id: '' }
  const filled = Object.fromEntries(Object.entries(again).filter(([, value]) => value !== null))
  for (const field of ['createdAt', 'createdBy', 'updatedAt', 'owner', 'department'])
    delete filled[field]
  expect((await bringOne(filled)).outcome).toEqual({ kind: 'skipped' })
  await bringOne({ reference: 'Q-1', product: 'GTX Pro x 4；MG Special' })
  expect((await productsOf(id)).lines).toMatchObject([
    { name: 'GTX Pro', quantity: '4', amountMinor: 1_928_400 },
    { name: 'MG Special', quantity: '2.5' },
  ])
})

test('of so many that a deal is worth something, each costs its part', async () => {
  const amount = { minor: 900_000, currency: await currency() }
  const { id } = await bringOne({ reference: 'Q-2', product: 'GTX Pro × 2', amount })
  expect((await productsOf(id)).lines).toMatchObject([
    { quantity: '2', priceMinor: 450_000, amountMinor: 900_000 },
  ])
  const less = { minor: 600_000, currency: await currency() }
  await bringOne({ reference: 'Q-2', product: 'GTX Pro × 3', amount: less })
  expect((await productsOf(id)).lines).toMatchObject([
    { quantity: '3', priceMinor: 200_000, amountMinor: 600_000 },
  ])
})

test('a product whose name ends like a quantity is found by its whole name', async () => {
  await office.inScope('lin', async (scope) => {
    const values = { code: null, category: null, unit: null, taxRate: null, about: null }
    await addProduct(scope, registryOf(office), { ...values, name: 'Lens x2', price: null })
  })
  const { id } = await bringOne({ reference: 'Q-3', product: 'Lens x2；lens x2 x 5' })
  expect((await productsOf(id)).lines).toMatchObject([{ name: 'Lens x2', quantity: '1' }, {}])
})

test('a product of no list is a fault of its row, and nothing is made of it; one sold no more is known', async () => {
  const { outcome, id } = await bringOne({ reference: 'F-3', product: 'GTX Prof' })
  expect(outcome).toMatchObject({ kind: 'rejected', reason: expect.stringContaining('GTX Prof') })
  expect(id).toBe('')
  const old = await office.inScope('lin', async (scope) => {
    const values = { code: null, category: null, unit: null, taxRate: null, about: null }
    const made = await addProduct(scope, registryOf(office), {
      ...{ ...values, name: 'GTK 500', price: null },
    })
    await moveProduct(scope, registryOf(office), await readProduct(scope, made), 'withdrawn')
    const [count] = await scope.db.execute<{ count: number }>(
      sql`select count(*)::int as count from sales.products`,
    )
    return { made, count: count?.count }
  })
  expect(old.count).toBe(4)
  const past = await bringOne({ reference: 'F-4', product: 'gtk500' })
  expect((await productsOf(past.id)).lines).toMatchObject([{ productId: old.made }])
})

test('the report tells what is sold, and its figures lead to those deals', async () => {
  const page = await (await office.as('lin').get('/sales/reports/products')).text()
  for (const product of ['GTX Pro', 'Secret service']) expect(page).toContain(product)
  const list = (product: string) =>
    office.as('lin').get(`/sales/deals?${new URLSearchParams({ view: 'list', product })}`)
  const special = await (await list('MG Special')).text()
  expect(special).toContain('GTX Pro') // The deal of the file is called so.
  expect(special).not.toContain('Two pros')
  expect(await (await list('none')).text()).not.toContain('Two pros')
  const theirs = await (await office.as('sun').get('/sales/reports/products')).text()
  expect(theirs).not.toContain('Secret service')
})

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 9_999 }).map(String),
  priceMinor: fc.integer({ min: 0, max: 10_000_000 }),
  discount: fc.integer({ min: 0, max: 100 }).map(String),
})

test('a value follows exactly while it is the sum of the lines', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.integer(), (given, off) => {
      const named = { productId: null, name: 'x', unit: '' }
      const lines = given.map((one) => ({ ...named, ...one, amountMinor: lineAmount(one) }))
      const products = { currency: 'CNY', lines }
      const worth = worthOf(products)
      expect(worth.minor).toBe(given.reduce((sum, one) => sum + lineAmount(one), 0))
      expect(followsProducts(worth, products)).toBe(true)
      expect(followsProducts({ ...worth, minor: worth.minor + off }, products)).toBe(off === 0)
      expect(followsProducts({ ...worth, currency: 'USD' }, products)).toBe(false)
    }),
  )
})
