import { afterAll, beforeAll, expect, test } from 'vitest'
import { password } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { query } from '../../setup/query.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const row = async (id: string) =>
  (
    await query<Record<string, unknown>>(
      office,
      (sql) => sql`select * from core.users where id = ${id}`,
    )
  )[0] ?? {}

test('sun changes her name and language; whatever else she posts changes nothing', async () => {
  const sun = office.as('sun')
  const before = await row(office.people.sun)
  const poison = Object.fromEntries(Object.keys(before).map((column) => [column, '2020-01-01']))
  const form = { ...poison, roles: 'admin', name: '孙小悦', locale: 'zh-CN' }
  expect((await sun.post('/account', form)).status).toBe(303)
  const after = await row(office.people.sun)
  const changed = Object.keys(after).filter(
    (key) => key !== 'updated_at' && String(after[key]) !== String(before[key]),
  )
  expect(changed.sort()).toEqual(['locale', 'name', 'version'])
  const page = await (await sun.get('/account')).text()
  expect(page).toContain('lang="zh-CN"')
  expect(page).toContain('我的账号')
  expect((await sun.get('/admin/people')).status).toBe(404)
})

test('a name of blanks is refused with a sentence, and the old one stays', async () => {
  const answer = await office.as('tara').post('/account', { name: '  ', locale: '' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Fill in “Your name”')
  expect((await row(office.people.tara)).name).toBe('唐塔拉')
})

test('a new password needs the old one', async () => {
  const emil = office.as('emil')
  for (const old of ['', 'not the old one']) {
    const form = { old, password: 'eleven owls at the mill' }
    expect((await emil.post('/account/password', form)).status, old).toBe(422)
  }
  expect((await office.stranger().post('/login', login('emil', password))).status).toBe(303)
})

test('a new password ends every other session, and the own one goes on under a new token', async () => {
  const [here, there] = [office.as('lin'), office.as('lin')]
  await here.get('/')
  await there.get('/')
  const held = here.cookie('sid')
  const form = { old: password, password: 'eleven owls at the mill' }
  expect((await here.post('/account/password', form)).status).toBe(303)
  await expect.poll(async () => (await there.get('/')).status).toBe(302)
  expect((await here.get('/')).status).toBe(200)
  expect(here.cookie('sid')).not.toBe(held)
  expect((await office.stranger().post('/login', login('lin', password))).status).toBe(422)
  const fresh = await office.stranger().post('/login', login('lin', form.password))
  expect(fresh.status).toBe(303)
})

test.each([
  ['short', 'only seven'.slice(0, 7)],
  ['everybody’s', 'password1234'],
  ['the company’s name', '海港贸易海港贸易海港贸易'],
  ['the product’s name and a year', 'stepwisecrm2026'],
  ['129 characters', `${'boat '.repeat(25)}race`],
])('a password that is %s is refused', async (_, weak) => {
  const answer = await office
    .as('emil')
    .post('/account/password', { old: password, password: weak })
  expect(answer.status).toBe(422)
})

test('128 emoji and blanks make a password, and one that begins the same does not fit', async () => {
  const long = '🦩🐸🦉 🐢🐳🦔 '.repeat(16)
  const tara = office.as('tara')
  const saved = await tara.post('/account/password', { old: password, password: long })
  expect(saved.status).toBe(303)
  const shorter = login('tara', long.slice(0, 72))
  expect((await office.stranger().post('/login', shorter)).status).toBe(422)
  expect((await office.stranger().post('/login', login('tara', long))).status).toBe(303)
})

test('theme and language are remembered, and lead back to where one was', async () => {
  const emil = office.as('emil')
  const dark = await emil.post('/account/theme', { theme: 'dark', back: '/search?q=a' })
  expect(dark.headers.get('location')).toBe('/search?q=a')
  expect(await (await emil.get('/')).text()).toContain('data-theme="dark"')
  const chinese = await emil.post('/account/language', { locale: 'zh-CN', back: '/account' })
  expect(chinese.headers.get('location')).toBe('/account')
  expect(await (await emil.get('/')).text()).toContain('lang="zh-CN"')
  for (const back of ['//evil.example', '/\\evil.example', 'https://evil.example', '']) {
    const answer = await emil.post('/account/theme', { theme: 'system', back })
    expect(answer.headers.get('location'), back).toBe('/')
  }
  expect((await emil.post('/account/theme', { theme: 'pink' })).status).toBe(400)
  expect((await emil.post('/account/language', { locale: 'fr' })).status).toBe(400)
})

const login = (who: string, typed: string) => ({ email: `${who}@harbour.example`, password: typed })

test('the number somebody signs in with is shown as people read it', async () => {
  await query(
    office,
    (sql) => sql`update core.users set phone = '+8613810375091' where id = ${office.people.tara}`,
  )
  const page = await (await office.as('tara').get('/account')).text()
  expect(page).toContain('138 1037 5091')
  expect(page).not.toContain('>+8613810375091')
})
