import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSalesOffice } from '../../modules/sales/sales-office.ts'
import type { Office } from '../../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openSalesOffice()
})
afterAll(() => office?.close())

const menuAt = async (path: string) => {
  const page = await (await office.as('amy').get(path)).text()
  return /<nav aria-label="Main navigation">[\s\S]*?<\/nav>/.exec(page)?.[0] ?? ''
}

test('elsewhere the menu has what people use of sales every day, and its settings only while amy is there', async () => {
  const elsewhere = await menuAt('/contacts/accounts')
  expect(elsewhere).toContain('<h2>Contacts</h2>')
  expect(elsewhere).toContain('<h2>Sales</h2>')
  expect(elsewhere).toContain('href="/sales/deals"')
  expect(elsewhere).not.toContain('href="/sales/pipelines"')
  const there = await menuAt('/sales/deals')
  expect(there).toContain('href="/sales/pipelines"')
  expect(there).not.toContain('href="/contacts/duplicates"')
})

test('what the menu leaves out is found all the same', async () => {
  const found = await (await office.as('amy').get('/search/palette?q=pipel')).text()
  expect(found).toContain('href="/sales/pipelines"')
})
