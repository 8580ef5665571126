import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveLetterhead } from '../../../core/letterhead/letterhead.ts'
import { printQuote } from '../../../modules/sales/quotes/printing.ts'
import { readQuote } from '../../../modules/sales/quotes/reading.ts'
import type { Office } from '../../setup/office.ts'
import { look } from '../../setup/pdf.ts'
import { idIn, landed, makeAccount } from './papers.ts'
import { openSalesOffice } from './sales-office.ts'

let office: Office
let account: string
beforeAll(async () => {
  office = await openSalesOffice()
  account = await makeAccount(office, '鑫龘科技有限公司')
  await office.as('lin').post('/sales/products', {
    ...{ name: '齿轮箱', unit: '台', price: 'CNY 1200', taxRate: '13' },
  })
})
afterAll(() => office.close())

const form = (over: Record<string, string> = {}) => ({
  ...{ account: '鑫龘科技有限公司', currency: 'CNY', taxing: 'included', validUntil: '2099-12-31' },
  ...{ 'line-0-product': '齿轮箱', 'line-0-quantity': '3', 'line-0-discount': '5' },
  ...over,
})

const write = async (over?: Record<string, string>) =>
  landed(await office.as('emil').post('/sales/quotes', form(over)))
const read = (address: string) => office.inScope('emil', (scope) => readQuote(scope, idIn(address)))

test('Emil writes a quote: its price and its tax come from the product, and its number is the next one', async () => {
  const quote = await read(await write())
  expect(quote).toMatchObject({ number: 'Q-2026-0001'.replace('2026', quote.number.slice(2, 6)) })
  expect(quote).toMatchObject({ totalMinor: 342_000, state: 'draft', accountId: account })
  expect(quote.lines).toMatchObject([
    { name: '齿轮箱', quantity: '3', priceMinor: 120_000, discount: '5', taxRate: '13' },
  ])
  const panel = await (await office.as('emil').get(`/contacts/accounts/${account}`)).text()
  expect(panel).toContain(quote.number)
})

test('what is wrong stands beside its line, and all that was typed is kept', async () => {
  const answer = await office
    .as('emil')
    .post(
      '/sales/quotes',
      form({ 'line-1-product': '没有价格的东西', 'line-0-quantity': 'drei', terms: '款到发货' }),
    )
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const part of ['value="drei"', 'line-1-price-error', '款到发货'])
    expect(page).toContain(part)
})

test('nobody offers what could not be accepted any more: not in the form, not as an old draft, not as a new version', async () => {
  const emil = office.as('emil')
  const answer = await emil.post('/sales/quotes', form({ validUntil: '2020-01-01' }))
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('This day is over')
  const none = await emil.post('/sales/quotes', form({ 'line-0-quantity': '0' }))
  expect(none.status).toBe(422)
  const address = await write()
  const age = () =>
    office.inScope('emil', ({ db }) =>
      db.execute(
        sql`update sales.quotes set valid_until = '2020-01-01' where id = ${idIn(address)}`,
      ),
    )
  await age()
  landed(await emil.post(`${address}/release`, { reason: '' }))
  expect(await (await emil.get(address)).text()).toContain('The quote’s validity is over')
  expect(await read(address)).toMatchObject({ state: 'draft' })
  await office.inScope('emil', ({ db }) =>
    db.execute(sql`update sales.quotes set valid_until = '2099-01-01' where id = ${idIn(address)}`),
  )
  landed(await emil.post(`${address}/release`, { reason: '' }))
  await age()
  const next = landed(await emil.post(`${address}/revise`)).replace('/edit', '')
  const { validUntil } = await read(next)
  expect(validUntil > '2026-01-01').toBe(true)
  expect(validUntil < '2099-01-01').toBe(true)
})

test('within his limit Emil releases it himself; the customer accepts; a new version begins as a draft', async () => {
  const emil = office.as('emil')
  const address = await write()
  landed(await emil.post(`${address}/release`, { reason: '' }))
  expect(await read(address)).toMatchObject({ state: 'open' })
  expect((await emil.get(`${address}/edit`)).status).toBe(303)
  const later = await emil.post(`${address}/decide`, {
    outcome: 'accepted',
    decidedOn: '2099-01-01',
  })
  expect(later.status).toBe(422)
  landed(await emil.post(`${address}/decide`, { outcome: 'accepted', decidedOn: '2026-05-04' }))
  expect(await read(address)).toMatchObject({ state: 'accepted', decidedOn: '2026-05-04' })
  const next = landed(await emil.post(`${address}/revise`)).replace('/edit', '')
  const [before, after] = [await read(address), await read(next)]
  expect(before.state).toBe('replaced')
  expect(after).toMatchObject({ number: before.number, revision: 2, totalMinor: before.totalMinor })
})

test('a quote out of reach is like one that does not exist, whatever is done to it', async () => {
  const address = await write()
  const sun = office.as('sun')
  for (const path of ['', '/pdf', '/edit'])
    expect((await sun.get(`${address}${path}`)).status).toBe(404)
  for (const path of ['', '/release', '/revise', '/archive'])
    expect((await sun.post(`${address}${path}`, { version: '1' })).status).toBe(404)
  expect(await (await sun.get('/sales/quotes')).text()).not.toContain((await read(address)).number)
})

test('quotes go out as the list shows them, to who may take files out, and no further than they see', async () => {
  const one = await read(await write({ title: '导出用报价' }))
  const lin = office.as('lin')
  expect(await (await lin.get('/sales/quotes?q=导出用')).text()).toContain('/export/quotes?q=')
  const file = async (filters: string) =>
    (await lin.post('/export/quotes', { format: 'csv', filters })).text()
  const all = await file('')
  for (const text of [
    one.number,
    '鑫龘科技有限公司',
    '导出用报价',
    '3420',
    'Draft',
    '5%',
    '艾米尔',
  ])
    expect(all).toContain(text)
  expect(await file('q=导出用')).toContain(one.number)
  expect(await file('state=accepted')).not.toContain('导出用报价')
  const book = await lin.post('/export/quotes', { format: 'xlsx', filters: '' })
  expect(book.headers.get('content-type')).toContain('spreadsheet')
  for (const who of ['emil', 'sun', 'tara'] as const)
    expect((await office.as(who).get('/export/quotes')).status).toBe(404)
  expect(await (await office.as('emil').get('/sales/quotes')).text()).not.toContain(
    '/export/quotes',
  )
})

test('whoever saves what was saved meanwhile sees both sides, and a form sent twice makes one quote', async () => {
  const emil = office.as('emil')
  const address = await write({ title: '第一稿' })
  landed(await emil.post(address, { ...form({ title: '第二稿' }), version: '1' }))
  const late = await emil.post(address, { ...form({ title: '迟到稿' }), version: '1' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('第二稿')
  const once = { ...form(), _once: crypto.randomUUID() }
  const twice = await Promise.all([
    emil.post('/sales/quotes', once),
    emil.post('/sales/quotes', once),
  ])
  expect(new Set(twice.map(landed)).size).toBe(1)
})

test('the PDF bears the letterhead, every sign of both languages, and the sums of the page', async () => {
  await office.inScope('amy', (scope) =>
    saveLetterhead(
      scope,
      0,
      {
        ...{ nameZh: '海港贸易有限公司', nameEn: 'Harbour Trading Ltd', addressZh: '宁波市北仑区' },
        ...{ addressEn: 'Ningbo', phone: '0574-1234', email: '', website: '', bank: '中国银行' },
        ...{ bankAccount: '4000 1234', taxNumber: '' },
      },
      undefined,
    ),
  )
  const quote = await read(await write({ terms: '款到发货', attention: '张三' }))
  const printed = (locale: 'en' | 'zh-CN') =>
    office.inScope('emil', async (scope) => look(await printQuote(scope, quote, locale)))
  const [zh, en] = [await printed('zh-CN'), await printed('en')]
  for (const part of ['海港贸易有限公司', '报价单', '鑫龘科技有限公司', '¥3,420.00', '款到发货'])
    expect(zh.text).toContain(part)
  for (const part of ['Harbour Trading Ltd', 'Quotation (draft)', '¥3,420.00', '4000 1234'])
    expect(en.text).toContain(part)
  // A name whose signs a font lacks would leave boxes of one shape, or no ink at all.
  const without = await office.inScope('emil', async (scope) =>
    look(await printQuote(scope, { ...quote, account: '' }, 'zh-CN')),
  )
  expect((zh.pages[0]?.ink ?? 0) - (without.pages[0]?.ink ?? 0)).toBeGreaterThan(150)
})
