import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonName } from '../setup/cast.ts'
import type { Office } from '../setup/office.ts'
import { crawl } from './crawl.ts'
import { openLivedInOffice } from './lived-in.ts'
import { fingerprint } from './state.ts'

let office: Office
let paths: string[]

beforeAll(async () => {
  office = await openLivedInOffice()
  const steps = await crawl(office.as('amy'), 150)
  const read = steps.filter(({ method }) => method === 'GET').map(({ path }) => path)
  const kinds = new Map(
    read.map((path) => [path.replace(/[0-9a-f-]{36}/g, ':id').replace(/\?.*/, ''), path]),
  )
  paths = [...kinds.values()]
}, 120_000)

afterAll(() => office.close())

/** What clients and proxies add, and what attackers add in the hope that somebody believes it. */
const variations: Record<string, Record<string, string>> = {
  'as an htmx fragment': { 'hx-request': 'true', 'hx-request-type': 'partial' },
  'as an htmx page': { 'hx-request': 'true', 'hx-request-type': 'full', 'hx-boosted': 'true' },
  'as a script': { 'x-requested-with': 'XMLHttpRequest', accept: '*/*' },
  'as JSON': { accept: 'application/json' },
  'through a proxy that nobody trusts': {
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'for=127.0.0.1;host=evil.example',
  },
  'with a name that nobody checked': {
    'x-remote-user': 'amy@harbour.example',
    'remote-user': 'amy@harbour.example',
    'x-original-url': '/admin/people',
    'x-rewrite-url': '/admin/people',
    'x-http-method-override': 'POST',
  },
}

/** Let in, sent to sign in, or not there: what a check decided, whatever the form of the answer. */
const verdict = (status: number) =>
  status < 300 ? 'in' : [301, 302, 303, 401].includes(status) ? 'sign in' : String(status)

describe.each(Object.entries(variations))('a request %s', (_, headers) => {
  test.each<PersonName | 'nobody'>(['nobody', 'sun', 'tara', 'amy'])(
    'lets %s see exactly what it would show without',
    async (name) => {
      const visitor = name === 'nobody' ? office.stranger() : office.as(name)
      expect(paths.length).toBeGreaterThan(10)
      for (const path of paths) {
        const plain = await visitor.get(path)
        const varied = await visitor.get(path, headers)
        expect([path, verdict(varied.status)]).toEqual([path, verdict(plain.status)])
        expect(await varied.text()).not.toContain('evil.example')
      }
    },
    60_000,
  )
})

test('another spelling of an address opens nothing that the right one does not', async () => {
  const sun = office.as('sun')
  for (const path of ['/admin/people', '/admin/roles', '/admin/audit', '/rollout/who']) {
    const spellings = [
      `${path}/`,
      `/${path}`,
      path.toUpperCase(),
      `${path}%2f`,
      `${path};x`,
      `/.${path}`,
    ]
    for (const spelling of spellings) {
      const answer = await sun.send(spelling.replace(/^\/\//, '/%2f'), {})
      expect([spelling, answer.status]).toEqual([spelling, 404])
    }
    const head = await sun.send(path, { method: 'HEAD' })
    expect([path, head.status]).toEqual([path, 404])
  }
})

test('a form sent from another site changes nothing, whatever it looks like', async () => {
  const amy = office.as('amy')
  const steps = (await crawl(amy, 80)).filter(({ method }) => method === 'POST')
  const actions = [
    ...new Map(steps.map((step) => [step.path.replace(/[0-9a-f-]{36}/g, ':id'), step])).values(),
  ]
  expect(actions.length).toBeGreaterThan(5)
  const before = await fingerprint(office.database, ['core.audit'])
  const senders: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    {},
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
    { 'sec-fetch-site': 'cross-site', 'hx-request': 'true', 'hx-request-type': 'partial' },
  ]
  const types = ['application/x-www-form-urlencoded', 'text/plain', 'application/json', undefined]
  for (const { path, fields } of actions)
    for (const sender of senders)
      for (const type of types) {
        const headers = type ? { ...sender, 'content-type': type } : sender
        const body = Buffer.from(new URLSearchParams(fields).toString())
        const answer = await amy.send(path, { method: 'POST', body, headers })
        expect([path, sender, type, answer.status]).toEqual([path, sender, type, 403])
      }
  expect(await fingerprint(office.database, ['core.audit'])).toEqual(before)
}, 120_000)

test('looking at every page changes nothing', async () => {
  const amy = office.as('amy')
  await amy.get('/')
  const before = await fingerprint(office.database)
  for (const path of paths) {
    await amy.get(path)
    await amy.send(path, { method: 'HEAD' })
  }
  expect(await fingerprint(office.database)).toEqual(before)
})

test('every answer carries the strict headers, errors and files included', async () => {
  const amy = office.as('amy')
  const all = [...paths, '/nowhere', '/login', '/healthz', office.app.product.assets.css]
  for (const path of all) {
    const { headers } = await amy.get(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect([path, policy.includes("default-src 'none'") || policy === 'sandbox']).toEqual([
      path,
      true,
    ])
    expect([path, policy.includes('unsafe-')]).toEqual([path, false])
    expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff'])
    expect([path, headers.get('access-control-allow-origin')]).toEqual([path, null])
  }
})
