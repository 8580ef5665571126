import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { productTransfer } from '../../../modules/sales/products/transfer.ts'
import type { Office } from '../../setup/office.ts'
import { registryOf } from './papers.ts'
import { openSalesOffice } from './sales-office.ts'

let office: Office
beforeAll(async () => {
  office = await openSalesOffice()
})
afterAll(() => office.close())

const write = (rows: Record<string, unknown>[], mode: 'both' | 'create' | 'update' = 'both') =>
  office.inScope('lin', (scope) => productTransfer.write(scope, registryOf(office), rows, { mode }))
const money = (minor: number) => ({ minor, currency: 'USD' })

test('the published products come in once, with their series and prices, and again change nothing', async () => {
  const text = await readFile('test/data/sales-opportunities/products.csv', 'utf8')
  const rows = text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
    .map(([name, category, price]) => ({ name, category, price: money(Number(price) * 100) }))
  const first = await write(rows)
  expect(first.every(({ kind }) => kind === 'created')).toBe(true)
  expect(
    await office.inScope('emil', (scope) => productTransfer.count(scope, new URLSearchParams())),
  ).toBe(7)
  expect((await write(rows, 'create')).every(({ kind }) => kind === 'skipped')).toBe(true)
})

test('a row finds its product by code before name, also one that a row above has made', async () => {
  const outcomes = await write([
    { name: '泵', code: 'P-1', price: money(100) },
    { name: '水泵', code: 'P-1', price: money(200) },
  ])
  expect(outcomes.map(({ kind }) => kind)).toEqual(['created', 'updated'])
  const out = await office.inScope('lin', (scope) =>
    productTransfer.read(scope, new URLSearchParams({ q: 'P-1' }), undefined, 10),
  )
  expect(out).toMatchObject([{ name: '水泵', code: 'P-1', price: money(200) }])
})
