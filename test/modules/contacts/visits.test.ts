import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { type Program, programOf } from '../../setup/program.ts'
import { openContactsOffice } from './contacts-office.ts'
import { makeAccount } from './make.ts'

let office: Office
let emils: Program
let account: string
beforeAll(async () => {
  office = await openContactsOffice()
  emils = await programOf(office.app, office, 'emil')
  account = await office.inScope('emil', (scope) =>
    makeAccount(scope, office.app.product.registry, { name: '星河科技' }),
  )
})
afterAll(() => office?.close())

const about = () => ({ object: 'contacts.account', record: account })
const note = (form: Record<string, string>) =>
  office.as('emil').post('/contacts/follow-ups', { ...about(), ...form })
const page = async (path: string, who: PersonName = 'emil') =>
  (await office.as(who).get(path)).text()
const home = () => `/contacts/accounts/${account}`
const stored = async (text: string) => {
  const [row] = await office.inScope('emil', ({ db }) =>
    db.execute<{ id: string; version: number; place: string; latitude: string | null }>(sql`
      select id, version, place, latitude::text from contacts.activities where body = ${text}`),
  )
  if (!row) throw new Error(`Nobody noted "${text}".`)
  return row
}

test('a visit says where it was, at which degrees if the browser told them, and a call says nothing of it', async () => {
  const where = { place: '南京西路 1 号', latitude: '31.230416', longitude: '121.473701' }
  await note({ kind: 'visit', text: '看了车间', ...where })
  await note({ kind: 'call', text: '打过电话', ...where })
  expect(await stored('看了车间')).toMatchObject({ place: '南京西路 1 号', latitude: '31.23042' })
  expect(await stored('打过电话')).toMatchObject({ place: '', latitude: null })
  expect(await page(home())).toContain('At: 南京西路 1 号 (31.23042, 121.47370)')
})

test('half a place or one beyond the poles is refused or left out, and what was typed is kept', async () => {
  const wrong = await note({ kind: 'visit', text: '北极', latitude: '91', longitude: '0' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('北极')
  await note({ kind: 'visit', text: '只有一半', latitude: '31.2' })
  expect(await stored('只有一半')).toMatchObject({ place: '', latitude: null })
})

test('a visit that turns out to be a meeting forgets where it was', async () => {
  await note({ kind: 'visit', text: '改一改', place: '展馆' })
  const { id, version } = await stored('改一改')
  expect(await page(`/contacts/activities/${id}/edit`)).toContain('value="展馆"')
  await office.as('emil').post(`/contacts/activities/${id}`, {
    version: String(version),
    kind: 'meeting',
    text: '改一改',
  })
  expect(await stored('改一改')).toMatchObject({ place: '' })
  expect(await page(home())).not.toContain('展馆')
})

test('lin, who may see the account, comments and calls emil; sun, who may not, finds nothing', async () => {
  await note({ kind: 'call', text: '谈价格' })
  const { id } = await stored('谈价格')
  const at = `/contacts/activities/${id}`
  const form = { body: '@艾米尔 先别降价', _once: crypto.randomUUID() }
  const lin = office.as('lin')
  for (const _ of [1, 2]) expect((await lin.post(`${at}/comments`, form)).status).toBe(303)
  expect(await page(at)).toContain('先别降价')
  expect(await page(home())).toContain('1 comment')
  const told = await office.inScope('amy', ({ db }) =>
    db.execute<{ kind: string }>(sql`
      select kind from core.notifications where user_id = ${office.people.emil} order by kind`),
  )
  expect(told.map(({ kind }) => kind)).toEqual(['contacts.commented', 'contacts.mentioned'])
  const sun = office.as('sun')
  expect((await sun.get(at)).status).toBe(404)
  expect((await sun.post(`${at}/comments`, { body: '偷看' })).status).toBe(404)
  expect((await lin.post(`${at}/comments`, { body: ' ' })).status).toBe(422)
})

test('of two who comment at once both are counted, and each takes back their own alone', async () => {
  await note({ kind: 'call', text: '两个人' })
  const { id } = await stored('两个人')
  const at = `/contacts/activities/${id}`
  await Promise.all([
    office.as('lin').post(`${at}/comments`, { body: 'one' }),
    office.as('emil').post(`${at}/comments`, { body: 'two' }),
  ])
  expect(await page(home())).toContain('2 comments')
  const [, lins = ''] = /name="comment" value="([^"]+)"/.exec(await page(at, 'lin')) ?? []
  expect((await office.as('emil').post(`${at}/comments/remove`, { comment: lins })).status).toBe(
    404,
  )
  await office.as('lin').post(`${at}/comments/remove`, { comment: lins })
  expect(await page(at)).not.toContain('>one<')
  expect(await page(home())).toContain('1 comment')
})

test('programs note visits with their place, and read what was said about them', async () => {
  const place = { place: '展馆', latitude: 31.2, longitude: 121.4 }
  const made = await emils.post('/activities', {
    ...{ object: 'contacts.account', recordId: account, kind: 'visit', text: '程序写的', ...place },
  })
  expect([made.status, made.body]).toMatchObject([201, { ...place, comments: [] }])
  const { id } = made.body
  await office.as('lin').post(`/contacts/activities/${id}/comments`, { body: '好' })
  expect((await emils.get(`/activities/${id}`)).body.comments).toMatchObject([{ text: '好' }])
  const list = await emils.get(`/activities?record=${account}&kind=visit&q=程序`)
  expect(list.body).toMatchObject({ total: 1, items: [{ id }] })
  const suns = await programOf(office.app, office, 'sun')
  expect((await suns.get(`/activities/${id}`)).status).toBe(404)
  const out = { object: 'contacts.account', recordId: account, kind: 'call', text: 'no' }
  expect((await suns.post('/activities', out)).status).toBe(404)
})
