import { afterEach, beforeEach, expect, test } from 'vitest'
import { type App, openApp } from '../../../core/app.tsx'
import { openPool } from '../../../core/db/connection.ts'
import { readEnv } from '../../../core/env.ts'
import { type FreshDatabase, freshDatabase } from '../../setup/database.ts'
import { visit } from '../../setup/visitor.ts'

let database: FreshDatabase
let app: App
beforeEach(async () => {
  database = await freshDatabase()
  app = await openApp(readEnv({ LOG_LEVEL: 'silent' }), database.connections, [])
})
afterEach(async () => {
  await app.close()
  await database.drop()
})

const form = {
  company: '海港贸易',
  locale: 'zh-CN',
  name: '陈爱米',
  email: 'amy@harbour.example',
  password: 'nine herons over the lake',
}

const tokenOf = async () =>
  new URL((await app.setupLink()) ?? 'http://none').searchParams.get('token') ?? ''

const companies = async () => {
  const pool = openPool(database.admin, 1)
  const rows = await pool`select name from core.companies`
  await pool.end()
  return rows.map((row) => row.name)
}

test('amy names her company by the link of the first run and is signed in', async () => {
  const amy = visit(app)
  const token = await tokenOf()
  expect((await amy.get(`/setup?token=${token}`)).status).toBe(200)
  const answer = await amy.post('/setup', { ...form, token })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
  const page = await (await amy.get('/')).text()
  expect(page).toContain('陈爱米')
  expect(page).toContain('lang="zh-CN"')
  // A new department belongs below the company unless she says otherwise.
  expect(await (await amy.get('/admin/departments/new')).text()).toMatch(
    /<option value="[0-9a-f-]{36}" selected="">海港贸易</,
  )
})

test.each([
  ['en', 'Europe/Berlin', 'Europe/Berlin', 'EUR'],
  ['en', 'America/New_York', 'America/New_York', 'USD'],
  ['en', 'Australia/Perth', 'Australia/Perth', 'AUD'],
  ['en', 'Etc/UTC', 'UTC', 'USD'],
  ['en', '', 'UTC', 'USD'],
  ['en', 'Atlantis/Capital', 'UTC', 'USD'],
  ['zh-CN', 'Europe/Berlin', 'Asia/Shanghai', 'CNY'],
])(
  'founded in %s in a browser at “%s”, days go by %s and amounts are in %s',
  async (locale, timeZone, zone, currency) => {
    const amy = visit(app)
    const token = await tokenOf()
    expect(await (await amy.get(`/setup?token=${token}`)).text()).toContain('data-time-zone')
    await amy.post('/setup', { ...form, locale, timeZone, token })
    const pool = openPool(database.admin, 1)
    const founded = await pool`select time_zone, currency from core.companies`
    await pool.end()
    expect(founded).toEqual([{ time_zone: zone, currency }])
    const today = await (await amy.get('/')).text()
    expect(today).toContain(zone)
    expect(today).toContain('href="/admin/company"')
  },
)

test('without the link nobody gets in, and no account exists beforehand', async () => {
  await app.setupLink()
  for (const token of ['', 'guess', '0'.repeat(43)]) {
    expect((await visit(app).get(`/setup?token=${token}`)).status).toBe(404)
    expect((await visit(app).post('/setup', { ...form, token })).status).toBe(404)
  }
  expect(await companies()).toEqual([])
})

test('two who send the form at once found one company, and afterwards set-up is gone', async () => {
  const token = await tokenOf()
  const answers = await Promise.all([
    visit(app).post('/setup', { ...form, token }),
    visit(app).post('/setup', { ...form, company: '山谷机械', token }),
  ])
  expect(answers.map((answer) => answer.status).sort()).toEqual([303, 404])
  expect(await companies()).toHaveLength(1)
  expect((await visit(app).get(`/setup?token=${token}`)).status).toBe(404)
  expect(await app.setupLink()).toBeUndefined()
})

test('what is missing is said by field, and the link still works', async () => {
  const token = await tokenOf()
  const answer = await visit(app).post('/setup', { token, email: 'amy', password: 'short' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const sentence of ['Company name', 'not an e-mail address', 'at least 12 characters'])
    expect(page).toContain(sentence)
  expect((await visit(app).post('/setup', { ...form, token })).status).toBe(303)
})

test('before set-up the bare address says where the link stands; afterwards the used link leads to sign-in', async () => {
  const stranger = visit(app)
  const login = await stranger.get('/login')
  const before = await login.text()
  expect(login.status).toBe(200)
  expect(before).toContain('Look at the terminal')
  expect(before, 'nobody can sign in yet').not.toContain('name="password"')
  const old = await tokenOf()
  const token = await tokenOf()
  expect(await (await stranger.get(`/setup?token=${old}`)).text()).toContain('only the newest link')
  await visit(app).post('/setup', { ...form, token })
  const used = await stranger.get(`/setup?token=${token}`)
  expect([used.status, await used.text()]).toEqual([404, expect.stringContaining('href="/login"')])
  expect(await (await stranger.get('/login')).text()).toContain('name="password"')
})
