import { afterAll, beforeAll, expect, test } from 'vitest'
import { formOf } from '../../bench/answers.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'
import { makeAccount } from './make.ts'

let office: Office
const ids: Record<string, string> = {}
beforeAll(async () => {
  office = await openContactsOffice()
  const { registry } = office.app.product
  for (const name of ['Harbour Steel', 'Valley Foods', 'Twin', 'Twin'])
    ids[name] = await office.inScope('emil', (scope) => makeAccount(scope, registry, { name }))
})
afterAll(() => office?.close())

const page = async (path: string, who: PersonName = 'emil') =>
  (await office.as(who).get(path)).text()

async function add(form: Record<string, string>): Promise<string> {
  const answer = await office.as('emil').post('/contacts/people', form)
  expect(answer.status, await answer.clone().text()).toBe(303)
  return answer.headers.get('location') ?? ''
}

/** The accounts of a contact's panel, the main one first. */
const employers = async (path: string) =>
  [...(await page(path)).matchAll(/class="panel-item"[^>]*><span class="title">([^<]*)/g)].map(
    ([, name]) => name,
  )

test('张三 works for two accounts, with a role in each; the first is the main one until another is', async () => {
  const path = await add({ name: '张三', account: 'Harbour Steel', role: 'Buyer' })
  expect(await employers(path)).toEqual(['Harbour Steel'])
  await office.as('emil').post(`${path}/link`, { account: 'valley  FOODS', role: 'Adviser' })
  expect(await employers(path)).toEqual(['Harbour Steel', 'Valley Foods'])
  expect(await page(path)).toContain('Adviser')
  await office.as('emil').post(`${path}/primary`, { account: ids['Valley Foods'] ?? '' })
  expect(await employers(path)).toEqual(['Valley Foods', 'Harbour Steel'])
  expect(await page('/contacts/people?q=zs')).toContain('Valley Foods')
  await office.as('emil').post(`${path}/unlink`, { account: ids['Valley Foods'] ?? '' })
  expect(await employers(path)).toEqual(['Harbour Steel'])
  expect(await page('/contacts/people?q=zhangsan')).toContain('Harbour Steel')
  expect(await page(`/contacts/accounts/${ids['Harbour Steel']}`)).toContain('张三')
  expect(await page(`/contacts/accounts/${ids['Valley Foods']}`)).not.toContain('张三')
})

test('both sides tell of a link without naming the other', async () => {
  const path = await add({ name: 'Quiet Quentin', account: 'Valley Foods' })
  expect(await page(path)).toContain('linked an account')
  const account = await page(`/contacts/accounts/${ids['Valley Foods']}`)
  const timeline = account.slice(account.indexOf('class="timeline"'), account.indexOf('</ol>'))
  expect(timeline).toContain('linked a contact')
  expect(timeline).not.toContain('Quentin')
})

test.each([
  ['an account nobody knows', 'Nowhere Ltd', 'There is no account of this name'],
  ['a name that two accounts have', 'Twin', 'Several accounts have this name'],
  ['no account', '', 'required'],
])('%s cannot be linked: the form says why', async (_, account, sentence) => {
  const path = await add({ name: 'Paul' })
  const answer = await office.as('emil').post(`${path}/link`, { account, role: 'kept' })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('value="kept"')
  if (account) expect(html).toContain(sentence)
  expect(await employers(path)).toEqual([])
})

test('from an account, a new contact begins with it', async () => {
  const html = await page(`/contacts/people/new?account=${ids['Valley Foods']}`)
  expect(formOf(html, '/contacts/people').account).toBe('Valley Foods')
  const path = await add({ ...formOf(html, '/contacts/people'), name: 'Rosa Vale' })
  expect(await employers(path)).toEqual(['Valley Foods'])
})

test('a contact is found by name, pinyin, initials, phone and e-mail', async () => {
  const path = await add({ name: '欧阳娜娜', mobile: '139 8888 7777', email: 'nana@vale.example' })
  for (const query of ['娜', '欧阳', 'ouyang', 'oynn', '98888', '7777', 'nana@vale'])
    expect(await page(`/contacts/people?q=${encodeURIComponent(query)}`), query).toContain(path)
  expect(await page('/contacts/people?q=ouyangfeng')).not.toContain(path)
})

test('曾玉 stands among the Z, where her surname is read', async () => {
  await add({ name: '曾玉' })
  await add({ name: '程鹏' })
  const html = await page('/contacts/people?sort=name')
  expect(html.indexOf('曾玉')).toBeGreaterThan(html.indexOf('程鹏'))
})

test('two people edit one contact, and the second sees both sides', async () => {
  const path = await add({ name: 'Vera Conflict', title: 'Buyer' })
  const form = formOf(await page(`${path}/edit`), path)
  await office.as('lin').post(path, { ...form, title: 'Head buyer' })
  const conflict = await office.as('emil').post(path, { ...form, title: 'Director' })
  const html = await conflict.text()
  expect(conflict.status).toBe(409)
  for (const side of ['value="Head buyer"', 'value="Director"']) expect(html).toContain(side)
})
