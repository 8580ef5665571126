import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../setup/office.ts'
import { query } from '../../setup/query.ts'

const home = 'http://crm.example'

let office: Office
beforeAll(async () => {
  office = await openOffice({ env: { BASE_URL: home } })
})
afterAll(() => office.close())

const foreign: [string, Record<string, string>][] = [
  ['from another site', { 'sec-fetch-site': 'cross-site' }],
  ['from a sister site', { 'sec-fetch-site': 'same-site' }],
  ['typed into the address bar', { 'sec-fetch-site': 'none' }],
  ['from another site that claims our origin', { 'sec-fetch-site': 'cross-site', origin: home }],
  ['from a foreign origin', { origin: 'https://evil.example' }],
  ['from no origin', { origin: 'null' }],
  ['from our name by another scheme', { origin: 'https://crm.example' }],
  ['from our name on another port', { origin: 'http://crm.example:8080' }],
  ['from a name that begins like ours', { origin: 'http://crm.example.evil.example' }],
  ['without either header', {}],
  ['dressed up as htmx', { 'hx-request': 'true', 'x-requested-with': 'XMLHttpRequest' }],
  ['with the address as referrer', { referer: `${home}/account` }],
]
const bodies: [string, string | undefined][] = [
  ['application/x-www-form-urlencoded', 'name=Stolen&locale=en'],
  [
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="name"\r\n\r\nStolen\r\n--b--\r\n',
  ],
  ['text/plain', 'name=Stolen'],
  ['application/json', '{"name":"Stolen"}'],
  ['', undefined],
]

const nameOf = async () =>
  (
    await query(office, (sql) => sql`select name from core.users where id = ${office.people.emil}`)
  )[0]?.name

test.each(foreign)('a change that comes %s is refused, whatever it carries', async (_, headers) => {
  const emil = office.as('emil')
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    for (const [type, body] of bodies) {
      const all = type ? { ...headers, 'content-type': type } : headers
      const answer = await emil.send('/account', { method, headers: all, body })
      expect(answer.status, `${method} ${type}`).toBe(403)
    }
  expect(await nameOf()).toBe('艾米尔')
})

test.each(foreign)('signing in and out %s is refused too', async (_, headers) => {
  for (const path of ['/login', '/logout', '/forgotten', '/setup']) {
    const answer = await office.stranger().send(path, { method: 'POST', headers })
    expect(answer.status, path).toBe(403)
  }
})

test.each([
  ['a browser that says so', { 'sec-fetch-site': 'same-origin' }],
  ['an older browser, by its origin', { origin: home }],
] as [string, Record<string, string>][])(
  'our own page in %s changes things',
  async (_, headers) => {
    const emil = office.as('emil')
    const answer = await emil.send('/account/theme', {
      method: 'POST',
      headers,
      body: new URLSearchParams({ theme: 'dark' }),
    })
    expect(answer.status).toBe(303)
  },
)
