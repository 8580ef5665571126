import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../setup/office.ts'
import { fieldsOf } from '../../setup/page.ts'
import { query } from '../../setup/query.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const path = '/admin/company'
const good = { name: '海港国际', locale: 'zh-CN', timeZone: 'Asia/Singapore', currency: 'SGD' }
const versionNow = async () =>
  fieldsOf(await (await office.as('amy').get(path)).text()).version ?? ''

test('amy changes the settings, and everybody works by them at once', async () => {
  const emil = office.as('emil')
  await emil.get('/')
  const answer = await office.as('amy').post(path, { ...good, version: await versionNow() })
  expect(answer.status).toBe(303)
  await expect.poll(async () => (await emil.get('/')).text()).toContain('海港国际')
  const [entry] = await query(
    office,
    (sql) => sql`select before, after from core.audit
      where object = 'core.company' and action = 'changed'`,
  )
  expect(entry?.before).toMatchObject({ name: '海港贸易' })
  expect(entry?.after).toEqual(good.locale === 'zh-CN' ? expect.objectContaining(good) : {})
})

test.each([
  [{ name: '' }, 'Fill in'],
  [{ timeZone: 'Mars/Olympus' }, 'time zone from the list'],
  [{ currency: 'XYZ' }, 'currency from the list'],
  [{ locale: 'fr' }, 'one of the two languages'],
])('settings like %j are refused: %s', async (change, sentence) => {
  const form = { ...good, ...change, version: await versionNow() }
  const answer = await office.as('amy').post(path, form)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(sentence)
})

test('who saves the settings late sees both sides; a form without a version is not understood', async () => {
  const version = await versionNow()
  const amy = office.as('amy')
  expect((await amy.post(path, { ...good, version, currency: 'CNY' })).status).toBe(303)
  const late = await amy.post(path, { ...good, version, currency: 'USD' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('USD')
  expect((await amy.post(path, good)).status).toBe(400)
})

test('a post of every column changes nothing but the settings', async () => {
  const columns = await query<Record<string, unknown>>(
    office,
    (sql) => sql`select * from core.companies where id = ${office.company}`,
  )
  const poison = Object.fromEntries(Object.keys(columns[0] ?? {}).map((name) => [name, 'poison']))
  const form = { ...poison, ...good, version: await versionNow() }
  await office.as('amy').post(path, form)
  const [after] = await query(
    office,
    (sql) => sql`select id, created_at from core.companies where name = ${good.name}`,
  )
  expect(after?.id).toBe(office.company)
  expect(after?.created_at).toEqual(columns[0]?.created_at)
})

test('nobody without the right finds the page', async () => {
  expect((await office.as('tara').get(path)).status).toBe(404)
  expect((await office.as('tara').post(path, good)).status).toBe(404)
})
