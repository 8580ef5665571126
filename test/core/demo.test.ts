import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, openApp } from '../../core/app.tsx'
import { openPool, type Pool } from '../../core/db/connection.ts'
import { madeUp } from '../../core/demo/contacts.ts'
import { madeUpVisit } from '../../core/demo/files.ts'
import { addressOf, firmName, people } from '../../core/demo/firm.ts'
import { fillFirm, foundFirm } from '../../core/demo/load.ts'
import { readEnv } from '../../core/env.ts'
import { modules } from '../../modules/index.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'
import { type Visitor, visit } from '../setup/visitor.ts'

const password = 'five quiet otters'

let database: FreshDatabase
let app: App
let eyes: Pool
beforeAll(async () => {
  database = await freshDatabase()
  app = await openApp(readEnv({ LOG_LEVEL: 'silent' }), database.connections, modules)
  eyes = openPool(database.admin, 1)
  const { company, isNew } = await foundFirm(app.product, password)
  expect(isNew).toBe(true)
  await fillFirm(app.product, company)
})
afterAll(async () => {
  await eyes.end()
  await app.close()
  await database.drop()
})

/** Two accounts of each of seven people are there a second time, as somebody else would write them. */
const madeUpTwice = 14

const person = (name: string) => {
  const found = people.find((one) => one.name === name)
  if (!found) throw new Error(`${name} is not in the demo.`)
  return found
}

async function enter(name: string): Promise<Visitor> {
  const visitor = visit(app)
  const answer = await visitor.post('/login', { email: addressOf(person(name)), password })
  expect(answer.status).toBe(303)
  return visitor
}

const counted = async (table: 'accounts' | 'people') =>
  (await eyes`select count(*)::int as count from contacts.${eyes(table)}`)[0]?.count

test('every real account is there once, whole, and somebody looks after it', async () => {
  expect(await counted('accounts')).toBe(5253 + 85 + madeUpTwice)
  const files = await eyes`
    select file_name as name, total_rows as rows, created + updated as taken, skipped + rejected as left
    from core.imports where file_name in ('stock_basic.csv', 'accounts.csv') order by total_rows`
  expect(files).toEqual([
    { name: 'accounts.csv', rows: 85, taken: 85, left: 0 },
    { name: 'stock_basic.csv', rows: 5253, taken: 5253, left: 0 },
  ])
  const [nobodys] = await eyes`
    select count(*)::int as count from contacts.accounts where (owner_id is null or department_id is null)
      and source <> ${madeUpVisit}`
  expect(nobodys).toEqual({ count: 0 })
})

test('whoever works for a customer is made up, and says so', async () => {
  const [made] = await eyes`
    select count(*)::int as people, count(*) filter (where source = ${madeUp})::int as said,
      count(*) filter (where mobile = '' or substr(mobile_e164, 7, 4) = '0000')::int as unreachable,
      count(*) filter (where email like '%@%.example')::int as addressed
    from contacts.people`
  expect(made?.people).toBeGreaterThan(100)
  expect(new Set(Object.values(made ?? {})).size, JSON.stringify(made)).toBe(1)
})

test('every page has something to look at: tasks, follow-ups, duplicates, a field of one’s own', async () => {
  const chen = await enter('陈禾')
  const read = async (path: string) => (await chen.get(path)).text()
  const today = await read('/')
  expect(today).toContain('data-testid="task-card"')
  expect(today).not.toContain('*ST')
  expect(await read('/contacts/tasks')).toContain('data-testid="task"')
  expect(await read('/contacts/people')).toContain('data-testid="row"')
  const gu = await enter('顾清源')
  expect(await (await gu.get('/')).text()).toContain('data-testid="modules-card"')
  const fields = await (await gu.get('/admin/fields')).text()
  for (const label of ['Interest', 'Products of interest', 'Machines in use', 'Prefers'])
    expect(fields).toContain(label)
  const [grounds] = await eyes`
    select count(*) filter (where lawful_basis is not null and noticed_on is not null)::float
      / count(*) as share from contacts.people`
  expect(grounds?.share).toBeGreaterThan(0.6)
  expect(grounds?.share).toBeLessThan(1)
  const [intents] = await eyes`
    select count(*)::int as count from contacts.accounts where own <> '{}'::jsonb`
  expect(intents?.count).toBeGreaterThan(40)
  const [shared] = await eyes`
    select count(*)::int as count from (select wechat from contacts.people
      where wechat <> '' group by company_id, wechat having count(*) > 1) twice`
  expect(shared?.count).toBeGreaterThan(5)
  const [twice] = await eyes`
    select count(*)::int as count from contacts.accounts one join contacts.accounts other
      on other.company_key = one.company_key and other.id > one.id
    where other.source = ${madeUpVisit}`
  expect(twice?.count).toBe(madeUpTwice)
})

test('everybody signs in, by e-mail or phone, and only Sales, Service and who sets them up find customers', async () => {
  for (const { name, department } of people) {
    const visitor = await enter(name)
    expect((await visitor.get('/')).status).toBe(200)
    const list = await visitor.get('/contacts/accounts')
    const open =
      ['sales', 'east', 'south', 'service'].includes(department) || name === people[0].name
    expect([name, list.status]).toEqual([name, open ? 200 : 404])
  }
})

test('马一凡 finds real support tickets, whose people are invented and no contacts', async () => {
  const ma = await enter('马一凡')
  expect(await (await ma.get('/service/tickets')).text()).toContain('data-testid="row"')
  const [found] = await eyes`
    select count(*)::int as tickets, count(person_id)::int as people from service.tickets`
  expect(found).toEqual({ tickets: 170, people: 0 })
})

test('two weeks lie behind 孙悦宁’s desk: promises kept and broken, ratings, complaints and requests, all made up and saying so', async () => {
  const sun = await enter('孙悦宁')
  const report = async (key: string) =>
    (await sun.get(`/service/reports/${key}?period=`, { 'accept-language': 'zh-CN' })).text()
  expect(await report('satisfaction')).toContain('演示用虚构')
  const [said] = await eyes`
    select count(*)::int as asked, count(score)::int as rated, count(task_id)::int as called,
      count(*) filter (where score <= 2)::int as low,
      count(*) filter (where comment <> '' and comment not like '%演示用虚构%')::int as unmarked
    from service.ratings`
  expect(said).toEqual({ asked: 8, rated: 7, called: 1, low: 1, unmarked: 0 })
  const [call] = await eyes`
    select u.name, k.title from contacts.tasks k join service.ratings r on r.task_id = k.id
      join core.users u on u.id = k.owner_id`
  expect(call?.title).toContain('回访')
  expect(['孙悦宁', '马一凡']).toContain(call?.name)
  const [kept] = await eyes`
    select count(*) filter (where stopped_at <= due_at)::int as kept,
      count(*) filter (where stopped_at > due_at)::int as broken from service.clocks`
  expect(kept?.kept).toBeGreaterThan(8)
  expect(kept?.broken).toBeGreaterThan(2)
  const [beside] = await eyes`
    select (select count(*) from service.complaints where root_cause like '%演示用虚构%')::int as complaints,
      (select count(*) from service.data_requests where identity like '%演示用虚构%')::int as requests,
      (select count(*) from service.installed_products where note like '%演示用虚构%')::int as products`
  expect(beside).toEqual({ complaints: 2, requests: 2, products: 60 })
})

test('each of its 8,800 opportunities says which of the published products it is about', async () => {
  const [found] = await eyes`
    select count(*)::int as lines, count(distinct deal_id)::int as deals,
      count(distinct product_id)::int as products, count(*) filter (where product_id is null)::int as unknown
    from sales.deal_lines`
  expect(found).toEqual({ lines: 8_800, deals: 8_800, products: 7, unknown: 0 })
})

test('the published opportunities stand as they are, and those who sell have them with their customers', async () => {
  const [found] = await eyes`
    select count(*) filter (where outcome = 'won')::int as won,
      count(*) filter (where outcome = 'lost')::int as lost,
      sum(amount_minor) filter (where outcome = 'won')::float8 / 100 as value,
      count(*) filter (where seller = '')::int as unsold, count(*) filter (where owner_id is null)::int as nobodys,
      count(distinct owner_id)::int as owners from sales.deals`
  expect(found).toEqual({
    ...{ won: 4_238, lost: 2_473, value: 10_005_534, unsold: 0, nobodys: 0, owners: 8 },
  })
  const [apart] = await eyes`
    select count(*)::int as count from sales.deals d join contacts.accounts a
      on a.company_id = d.company_id and a.id = d.account_id where a.owner_id <> d.owner_id`
  expect(apart).toEqual({ count: 0 })
})

test('what is open is expected on days and for amounts that say they are made up, against targets', async () => {
  const [open] = await eyes`
    select count(*)::int as deals,
      count(*) filter (where closes_on is not null and amount_minor > 0 and about like '%演示用虚构%')::int as said,
      count(*) filter (where closes_on < current_date)::int as late from sales.deals where outcome = 'open'`
  expect(open).toMatchObject({ deals: 2_089, said: 2_089 })
  expect(open?.late).toBeGreaterThan(50)
  const lin = await enter('林知远')
  const forecast = await (await lin.get('/sales/reports/forecast')).text()
  expect(forecast.match(/expected=/g)?.length).toBeGreaterThan(5)
  const [targets] = await eyes`
    select count(distinct owner_id)::int as people from sales.targets where measure = 'won'`
  expect(targets).toEqual({ people: 8 })
  const chen = await enter('陈禾')
  const deals = await (await chen.get('/sales/deals?view=list')).text()
  expect(deals).toContain('data-testid="row"')
})

test('whom 陈禾 visits first has a tag, a note and a change to tell of', async () => {
  const chen = await enter('陈禾')
  const list = await (await chen.get('/contacts/accounts?level=A&owner=me')).text()
  const [id] = /\/contacts\/accounts\/([0-9a-f-]{36})/.exec(list)?.slice(1) ?? []
  const page = await (await chen.get(`/contacts/accounts/${id}`)).text()
  for (const text of ['首批走访', '名单所载：专用机械', 'Level']) expect(page).toContain(text)
})

test('a second start finds the firm and leaves what people did as it is', async () => {
  await eyes`delete from core.notes where ctid in (select ctid from core.notes limit 5)`
  const before = await eyes`select count(*)::int as count from core.audit`
  const { company, isNew } = await foundFirm(app.product, 'another password')
  await fillFirm(app.product, company)
  expect(isNew).toBe(false)
  expect(await eyes`select count(*)::int as count from core.audit`).toEqual(before)
  expect(await counted('accounts')).toBe(5253 + 85 + madeUpTwice)
  expect(await eyes`select name from core.companies`).toEqual([{ name: firmName }])
})
