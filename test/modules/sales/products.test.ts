import { afterAll, beforeAll, expect, test } from 'vitest'
import { booksFor } from '../../../modules/sales/products/choosing.ts'
import { pricesOf } from '../../../modules/sales/products/prices.ts'
import { readProduct } from '../../../modules/sales/products/reading.ts'
import type { Office } from '../../setup/office.ts'
import { idIn, landed } from './papers.ts'
import { openSalesOffice } from './sales-office.ts'

let office: Office
beforeAll(async () => {
  office = await openSalesOffice()
})
afterAll(() => office.close())

const gearbox = { name: '齿轮箱 GX-20', code: 'GX-20', unit: '台', price: '1200', taxRate: '13%' }

test('Lin adds a product, Emil finds it by pinyin, and its code stands on no second one', async () => {
  const lin = office.as('lin')
  landed(await lin.post('/sales/products', gearbox))
  const list = await (await office.as('emil').get('/sales/products?q=clx')).text()
  expect(list).toContain('齿轮箱 GX-20')
  const again = await lin.post('/sales/products', { ...gearbox, name: '另一个' })
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('value="另一个"')
})

test('Emil changes no product, and a withdrawn one is offered no more', async () => {
  const id = idIn(landed(await office.as('lin').post('/sales/products', { name: '旧款' })))
  expect((await office.as('emil').post(`/sales/products/${id}/withdraw`)).status).toBe(404)
  landed(await office.as('lin').post(`/sales/products/${id}/withdraw`))
  const offered = await (await office.as('emil').get('/sales/products/names?product=旧款')).text()
  expect(offered).not.toContain('旧款')
  const shown = await (await office.as('emil').get('/sales/products?state=withdrawn')).text()
  expect(shown).toContain('旧款')
})

test('of the price books the one of the nearest department comes first, then that of the level, then the latest', () => {
  const open = { currency: 'CNY', level: '', startsOn: null, endsOn: null, departments: [] }
  const books = [
    { ...open, id: 'all' },
    { ...open, id: 'late', startsOn: '2026-03-01' },
    { ...open, id: 'level', level: 'A' },
    { ...open, id: 'near', departments: ['east'] },
    { ...open, id: 'far', departments: ['sales'] },
    { ...open, id: 'elsewhere', departments: ['service'] },
    { ...open, id: 'over', endsOn: '2026-01-31' },
    { ...open, id: 'dollars', currency: 'USD' },
  ]
  const occasion = {
    currency: 'CNY',
    level: 'A',
    day: '2026-05-01',
    departments: ['east', 'sales'],
  }
  const order = (level: string) => booksFor(books, { ...occasion, level }).map(({ id }) => id)
  expect(order('A')).toEqual(['near', 'far', 'level', 'late', 'all'])
  expect(order('B')).toEqual(['near', 'far', 'late', 'all'])
})

test('a product costs what the book says that holds, else its usual price, and nothing in a currency without one', async () => {
  const lin = office.as('lin')
  const id = idIn(landed(await lin.post('/sales/products', { name: '传感器', price: '¥500' })))
  const book = landed(
    await lin.post('/sales/products/price-books', {
      ...{ name: '华东价', currency: 'CNY' },
      departments: [office.departments.sales],
    }),
  )
  landed(await lin.post(`${book}/prices`, { product: '传感器', price: '450' }))
  const asked = (departments: string[], currency = 'CNY') =>
    office.inScope('emil', async (scope) => {
      const occasion = { currency, level: '', day: '2026-05-01', departments }
      return (await pricesOf(scope, occasion, [await readProduct(scope, id)])).get(id)
    })
  expect(await asked([office.departments.sales])).toBe(45_000)
  expect(await asked([office.departments.service])).toBe(50_000)
  expect(await asked([], 'USD')).toBeUndefined()
})

test('another company sees none of it', async () => {
  const other = await office.another()
  const list = await other.inScope('amy', (scope) => scope.db.execute('select from sales.products'))
  expect(list).toHaveLength(0)
})
