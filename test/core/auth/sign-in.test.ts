import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from '../../../core/app.tsx'
import { newId } from '../../../core/db/id.ts'
import { readEnv } from '../../../core/env.ts'
import { password } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { query } from '../../setup/query.ts'
import { visit } from '../../setup/visitor.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice({ env: { TRUST_PROXY: '1' } })
})
afterAll(() => office.close())

const emil = { email: 'emil@harbour.example', password }
const from = (address: string) => ({ 'x-forwarded-for': address })

test('emil signs in with his address in any capitals, and his cookie is stored nowhere', async () => {
  const visitor = office.stranger()
  const answer = await visitor.post('/login', { ...emil, email: ' Emil@Harbour.Example ' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
  const cookie = visitor.cookie('sid') ?? ''
  expect(cookie.length).toBeGreaterThanOrEqual(43)
  const [line] = answer.headers.getSetCookie().filter((one) => one.startsWith('sid='))
  expect(line).toMatch(/HttpOnly/)
  expect(line).toMatch(/SameSite=Lax/)
  const stored = await query(
    office,
    (sql) => sql`select id from core.sessions where id = ${cookie}`,
  )
  expect(stored).toEqual([])
})

test('behind https the cookie is bound to this host, and kept from plain http', async () => {
  const secure = await openOffice({ env: { BASE_URL: 'https://crm.example' } })
  try {
    const answer = await secure.stranger().post('/login', emil)
    const line = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-sid='))
    expect(line).toMatch(/; Secure/)
    expect(line).not.toMatch(/Domain=/i)
  } finally {
    await secure.close()
  }
})

test('a wrong password and an unknown account get the same answer', async () => {
  const say = async (email: string) => {
    const form = { email, password: 'not the one at all' }
    const answer = await office.stranger().post('/login', form, from('198.51.100.7'))
    return `${answer.status} ${(await answer.text()).replaceAll(email, 'LOGIN')}`
  }
  expect((await say('sun@harbour.example')) === (await say('nobody@harbour.example'))).toBe(true)
})

test('after five wrong passwords lin waits, even with the right one and after a restart; others need not', async () => {
  const attempt = (app: Office['app'], who: string, typed: string) =>
    visit(app).post(
      '/login',
      { email: `${who}@harbour.example`, password: typed },
      from('203.0.113.9'),
    )
  const answers: number[] = []
  for (let n = 0; n < 8; n++)
    answers.push((await attempt(office.app, 'lin', `wrong number ${n}`)).status)
  expect(answers).toEqual([422, 422, 422, 422, 422, 429, 429, 429])
  const locked = await attempt(office.app, 'lin', password)
  expect(locked.status).toBe(429)
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await attempt(office.app, 'tara', password)).status).toBe(303)
  const env = readEnv({ LOG_LEVEL: 'silent', TRUST_PROXY: '1' })
  const restarted = await openApp(env, office.database.connections, [])
  try {
    expect((await attempt(restarted, 'lin', password)).status).toBe(429)
  } finally {
    await restarted.close()
  }
})

test('a forwarded address counts only behind a proxy that is trusted', async () => {
  const bare = await openOffice()
  try {
    const answers: number[] = []
    for (let n = 0; n < 7; n++) {
      const form = { email: 'lin@harbour.example', password: 'wrong' }
      const answer = await bare.stranger().post('/login', form, from(`203.0.113.${n}`))
      answers.push(answer.status)
    }
    expect(answers.slice(5)).toEqual([429, 429])
    const rows = await query(
      bare,
      (sql) => sql`select key from core.throttles where key like '%203.0%'`,
    )
    expect(rows).toEqual([])
  } finally {
    await bare.close()
  }
})

test('a session that an attacker planted is not the one that emil gets', async () => {
  const planted = 'planted-by-somebody-else'
  const visitor = office.stranger()
  const answer = await visitor.post('/login', emil, { cookie: `sid=${planted}` })
  expect(answer.status).toBe(303)
  expect(visitor.cookie('sid')).not.toBe(planted)
  const replayed = await office.stranger().send('/', { headers: { cookie: `sid=${planted}` } })
  expect(replayed.status).toBe(302)
})

test('whoever signs in again gets a new token, and the old one is worth nothing', async () => {
  const visitor = office.stranger()
  await visitor.post('/login', emil)
  const first = visitor.cookie('sid')
  await visitor.post('/login', emil)
  expect(visitor.cookie('sid')).not.toBe(first)
  const replayed = await office.stranger().send('/', { headers: { cookie: `sid=${first}` } })
  expect(replayed.status).toBe(302)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'https://evil.example/',
  '/%0d%0aLocation:https://evil.example'.replace('%0d%0a', '\r\n'),
  'javascript:alert(1)',
  '/\tevil',
  '',
])('after sign-in %j leads nowhere but home', async (next) => {
  const answer = await office.stranger().post('/login', { ...emil, next })
  expect(answer.headers.get('location')).toBe('/')
  const fragment = { 'hx-request': 'true', 'hx-request-type': 'partial' }
  const swapped = await office.stranger().post('/login', { ...emil, next }, fragment)
  expect(swapped.headers.get('hx-redirect')).toBe('/')
})

test('after sign-in emil is brought back to the page he wanted', async () => {
  const asked = await office.stranger().get('/search?q=a%20b')
  const login = asked.headers.get('location') ?? ''
  expect(login).toBe('/login?next=%2Fsearch%3Fq%3Da%2520b')
  const answer = await office.stranger().post('/login', { ...emil, next: '/search?q=a%20b' })
  expect(answer.headers.get('location')).toBe('/search?q=a%20b')
})

test('one address in two companies leads to a choice, and only the chosen company opens', async () => {
  const valley = await office.another()
  await query(
    office,
    (sql) =>
      sql`update core.users set email = 'emil@harbour.example' where id = ${valley.people.sun}`,
  )
  const visitor = office.stranger()
  const choice = await visitor.post('/login', emil)
  const page = await choice.text()
  expect(visitor.cookie('sid')).toBeUndefined()
  const tickets = [...page.matchAll(/value="([^"]+)"[^>]*>\s*([^<\s]+)/g)]
  const ticket = tickets.find(([, , company]) => company === '山谷机械')?.[1] ?? ''
  expect((await office.stranger().post('/login/company', { ticket: `${ticket}x` })).status).toBe(
    400,
  )
  expect((await visitor.post('/login/company', { ticket })).status).toBe(303)
  expect(await (await visitor.get('/')).text()).toContain('山谷机械')
})

test('a wrong password, signing in and signing out leave one line each in the audit trail', async () => {
  const begun = newId()
  const visitor = office.as('sun')
  await visitor.get('/')
  await visitor.post('/login', { email: 'sun@harbour.example', password: 'not her password' })
  await visitor.post('/login', { email: 'sun@harbour.example', password })
  await visitor.post('/logout')
  const rows = await query(
    office,
    (sql) => sql`
      select action from core.audit
      where record_id = ${office.people.sun} and id > ${begun} order by id`,
  )
  expect(rows.map((row) => row.action)).toEqual(['sign-in-refused', 'signed-in', 'signed-out'])
})
