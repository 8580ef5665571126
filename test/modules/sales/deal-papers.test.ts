import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readContract } from '../../../modules/sales/contracts/reading.ts'
import { readQuote } from '../../../modules/sales/quotes/reading.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { type Program, programOf } from '../../setup/program.ts'
import { makeDeal, stageOf } from './make.ts'
import { idIn, landed, makeAccount, makeContract, registryOf } from './papers.ts'
import { openSalesOffice } from './sales-office.ts'

let office: Office
let emils: Program
let deal: string
beforeAll(async () => {
  office = await openSalesOffice()
  emils = await programOf(office.app, office, 'emil')
  const accountId = await makeAccount(office, '星河科技')
  await office.as('lin').post('/sales/products', { name: '齿轮箱', price: '1200', taxRate: '13' })
  deal = await office.inScope('emil', (scope) =>
    makeDeal(scope, registryOf(office), { name: '二期设备', accountId }),
  )
  const line = { 'line-0-product': '齿轮箱', 'line-0-quantity': '3', 'line-0-discount': '5' }
  landed(await office.as('emil').post(`/sales/deals/${deal}/products`, { version: '1', ...line }))
})
afterAll(() => office.close())

const page = async (path: string, who: PersonName = 'emil') =>
  (await office.as(who).get(path)).text()
/** What a form has in its fields, as a browser would send it. */
const filledIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<input[^>]*? name="([^"]+)"[^>]*?>/g)]
      .filter(([tag]) => !tag.includes('type="radio"') || tag.includes(' checked'))
      .map(([tag, name = '']) => [name, / value="([^"]*)"/.exec(tag)?.[1] ?? '']),
  )
const accepted = async () => {
  const emil = office.as('emil')
  const form = filledIn(await page(`/sales/quotes/new?deal=${deal}`))
  const quote = landed(await emil.post('/sales/quotes', { ...form, currency: 'CNY' }))
  landed(await emil.post(`${quote}/release`, { reason: '' }))
  landed(await emil.post(`${quote}/decide`, { outcome: 'accepted', decidedOn: '2026-01-05' }))
  return idIn(quote)
}

test('a quote is made of a deal with its customer and its lines, and both pages name one another', async () => {
  const form = filledIn(await page(`/sales/quotes/new?deal=${deal}`))
  expect(form).toMatchObject({ account: '星河科技', deal: '二期设备', 'line-0-quantity': '3' })
  const id = idIn(
    landed(await office.as('emil').post('/sales/quotes', { ...form, currency: 'CNY' })),
  )
  const quote = await office.inScope('emil', (scope) => readQuote(scope, id))
  expect(quote).toMatchObject({ dealId: deal, totalMinor: 342_000, lines: [{ taxRate: '13' }] })
  expect(await page(`/sales/quotes/${id}`)).toContain(`/sales/deals/${deal}`)
  expect(await page(`/sales/deals/${deal}`)).toContain(`/sales/quotes/${id}`)
})

test('a contract of an accepted quote keeps its deal, and is shown there', async () => {
  const quote = await accepted()
  const form = filledIn(await page(`/sales/contracts/new?quote=${quote}`))
  expect(form).toMatchObject({ deal: '二期设备', dealId: deal })
  const id = idIn(landed(await office.as('emil').post('/sales/contracts', form)))
  const contract = await office.inScope('emil', (scope) => readContract(scope, id))
  expect(contract).toMatchObject({ dealId: deal, quoteId: quote })
  expect(await page(`/sales/deals/${deal}`)).toContain(contract.number)
  expect(await page(`/sales/contracts/${id}`)).toContain(`/sales/deals/${deal}`)
})

test('a deal can be named, changed and taken out; one that is none is refused beside its field', async () => {
  const form = filledIn(await page(`/sales/contracts/new?deal=${deal}`))
  expect(form).toMatchObject({ account: '星河科技', name: '二期设备', deal: '二期设备' })
  const wrong = await office.as('emil').post('/sales/contracts', { ...form, deal: '没有这个' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('No deal within your reach')
  const to = landed(await office.as('emil').post('/sales/contracts', { ...form, deal: '' }))
  const read = () => office.inScope('emil', (scope) => readContract(scope, idIn(to)))
  expect((await read()).dealId).toBeNull()
  const edited = filledIn(await page(`${to}/edit`))
  landed(await office.as('emil').post(to, { ...edited, deal: '二期设备' }))
  expect((await read()).dealId).toBe(deal)
})

test('sun can name no deal out of reach, and who sees a paper without its deal changes nothing of it', async () => {
  expect((await office.as('sun').get(`/sales/quotes/new?deal=${deal}`)).status).toBe(404)
  expect((await office.as('sun').get(`/sales/contracts/new?deal=${deal}`)).status).toBe(404)
  const id = idIn(
    landed(
      await office.as('emil').post('/sales/quotes', {
        ...filledIn(await page(`/sales/quotes/new?deal=${deal}`)),
        currency: 'CNY',
      }),
    ),
  )
  await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`update sales.quotes set owner_id = ${office.people.sun},
      department_id = ${office.departments.production}
      where company_id = ${company.id} and id = ${id}`),
  )
  await makeAccount(office, '孙的客户', 'sun')
  expect(await page(`/sales/quotes/${id}`, 'sun')).not.toContain('/sales/deals/')
  const form = filledIn(await page(`/sales/quotes/${id}/edit`, 'sun'))
  expect(form).not.toHaveProperty('deal')
  landed(
    await office.as('sun').post(`/sales/quotes/${id}`, {
      ...{ ...form, account: '孙的客户', currency: 'CNY' },
    }),
  )
  const [row] = await office.inScope('amy', ({ db }) =>
    db.execute(sql`select deal_id from sales.quotes where id = ${id}`),
  )
  expect(row).toEqual({ deal_id: deal })
})

test('an id that came is the deal that is meant: out of reach it is refused beside its field, though a name fits', async () => {
  await makeAccount(office, '孙的第二位客户', 'sun')
  const suns = await office.inScope('sun', (scope) =>
    makeDeal(scope, registryOf(office), { name: '二期设备' }),
  )
  const form = { account: '孙的第二位客户', name: '供货', total: '100', deal: '二期设备' }
  const sun = office.as('sun')
  const wrong = await sun.post('/sales/contracts', { ...form, dealId: deal })
  expect(wrong.status).toBe(422)
  const again = await wrong.text()
  expect(again).toContain('No deal within your reach')
  // What is typed anew goes by its name, and not by the id that was refused.
  expect(again).not.toContain(deal)
  const to = landed(await sun.post('/sales/contracts', filledIn(again)))
  const made = await office.inScope('sun', (scope) => readContract(scope, idIn(to)))
  expect(made.dealId).toBe(suns)
})

test('a deal that was put away stays with the contract that names it', async () => {
  const form = filledIn(await page(`/sales/contracts/new?deal=${deal}`))
  const to = landed(await office.as('emil').post('/sales/contracts', form))
  landed(await office.as('emil').post(`/sales/deals/${deal}/archive`, {}))
  const edited = filledIn(await page(`${to}/edit`))
  landed(await office.as('emil').post(to, { ...edited, name: '改过的名称' }))
  const contract = await office.inScope('emil', (scope) => readContract(scope, idIn(to)))
  expect(contract).toMatchObject({ dealId: deal, name: '改过的名称' })
  landed(await office.as('emil').post(`/sales/deals/${deal}/restore`, {}))
})

test('programs say which deal a paper is of, by its id', async () => {
  const [account] = (await emils.get('/accounts')).body.items
  const paper = {
    name: 'By program',
    accountId: account.id,
    total: { minor: 100, currency: 'CNY' },
  }
  const made = await emils.ask('POST', '/contracts', { ...paper, dealId: deal })
  expect(made.body).toMatchObject({ dealId: deal })
  const kept = await emils.patch(`/contracts/${made.body.id}`, { name: 'Same deal' }, '*')
  expect(kept.body).toMatchObject({ dealId: deal })
  const none = await emils.patch(`/contracts/${made.body.id}`, { dealId: null }, '*')
  expect(none.body).toMatchObject({ dealId: null })
  const wrong = await emils.ask('POST', '/contracts', { ...paper, dealId: crypto.randomUUID() })
  expect(wrong.status).toBe(422)
})

test('a won deal counts as bought until a contract was made of it, and each leads to its records', async () => {
  const accountId = await makeAccount(office, '购买记录公司')
  const won = (name: string, day: string) =>
    office.inScope('emil', async (scope) => {
      const amount = { minor: 30_000, currency: scope.company.currency }
      const id = await makeDeal(scope, registryOf(office), { name, accountId, amount })
      const stage = await stageOf(scope, 'won')
      await scope.db.execute(sql`update sales.deals set stage_id = ${stage.id}, outcome = 'won',
        closed_on = ${day}::date where id = ${id}`)
      return id
    })
  const ids = [await won('一月', '2026-01-10'), await won('二月', '2026-02-10')]
  await won('三月', '2026-03-10')
  const panel = async (who: PersonName = 'emil') =>
    (await office.as(who).get(`/contacts/accounts/${accountId}`)).text()
  expect(await panel()).toMatch(/contract=none">3 won deals/)
  expect(await panel()).toContain('900.00')
  const id = await office.inScope('emil', async (scope) => {
    const made = await makeContract(scope, registryOf(office), accountId, 30_000)
    await scope.db.execute(sql`update sales.contracts set deal_id = ${ids[0]} where id = ${made}`)
    return made
  })
  const page = await panel()
  const hrefs = [...page.matchAll(/href="([^"]+)">(1 contract|2 won deals)</g)].map(([, to = '']) =>
    to.replaceAll('&amp;', '&'),
  )
  expect(hrefs).toHaveLength(2)
  const [contracts, deals] = await Promise.all(
    hrefs.map(async (to) => (await office.as('emil').get(to)).text()),
  )
  expect(contracts?.match(/data-testid="row"/g)).toHaveLength(1)
  expect(contracts).toContain(id)
  expect(deals?.match(/data-testid="row"/g)).toHaveLength(2)
  expect(deals).not.toContain(ids[0])
  expect((await office.as('sun').get(`/contacts/accounts/${accountId}`)).status).toBe(404)
})
