import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Guard } from '../../core/http/allow.ts'
import type { Module } from '../../core/module.ts'
import { modules, openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** Reviewed: what answers people who are not signed in. Whoever adds a line says why it may be. */
const forStrangers = [
  // How the API works on every install; nothing of a company stands there.
  'GET /api/v1/docs',
  'GET /api/v1/openapi.json',
  'GET /assets/:file',
  'GET /forgotten',
  'GET /healthz',
  'GET /login',
  'GET /metrics',
  // What a company lets customers read, as long as it has opened its public pages.
  'GET /portal/:key/*',
  'GET /portal/:key/articles',
  'GET /portal/:key/articles/:id',
  // A form by which anybody writes to a company: rarely, at an address that nobody guesses.
  'GET /portal/forms/:key',
  // Whoever has the link that a customer was sent says how their ticket went, once.
  'GET /portal/ratings/:token',
  'GET /readyz',
  'GET /setup',
  // Whoever holds a certificate may check it: a masked name, rarely asked.
  'GET /verify',
  'GET /verify/:code',
  'GET /welcome/:token',
  'POST /forgotten',
  'POST /login',
  'POST /login/company',
  'POST /logout',
  'POST /portal/:key/articles/:id/opinions',
  'POST /portal/forms/:key',
  'POST /portal/ratings/:token',
  'POST /setup',
  'POST /welcome/:token',
]

type Entry = { route: string; first: unknown }

/** Every address of the product, with what stands first before it. */
function entries(): Entry[] {
  const found = new Map<string, Entry>()
  for (const { method, path, handler } of stage.app.site.routes) {
    const route = `${method} ${path}`
    if (method !== 'ALL' && !found.has(route)) found.set(route, { route, first: handler })
  }
  return [...found.values()]
}

const guardOf = ({ first }: Entry): string | undefined => (first as Partial<Guard>).guard

test('before every address stands a guard that says who may pass', () => {
  const all = entries()
  expect(all.length).toBeGreaterThan(20)
  expect(all.filter((entry) => guardOf(entry) === undefined).map(({ route }) => route)).toEqual([])
})

test('strangers reach exactly the addresses of the reviewed list', () => {
  const open = entries().filter((entry) => guardOf(entry) === 'anybody')
  expect(open.map(({ route }) => route).sort()).toEqual(forStrangers)
})

test('a guard asks for a permission that exists', () => {
  const known = new Set([...stage.app.product.registry.permissions.keys(), 'anybody', 'signed in'])
  for (const entry of entries()) expect(known, entry.route).toContain(guardOf(entry))
})

test('what is not on the list sends a stranger to sign in, whatever the method', async () => {
  const isPage = ({ route }: Entry) => !route.includes(' /api/')
  const closed = entries().filter((entry) => guardOf(entry) !== 'anybody' && isPage(entry))
  for (const { route } of closed) {
    const [method = '', path = ''] = route.split(' ')
    const answer = await stage.stranger().send(path.replaceAll(/:\w+(\{[^}]*\})?/g, 'x'), {
      method,
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect(answer.status, route).toBe(302)
    expect(answer.headers.get('location'), route).toMatch(/^\/login/)
  }
})

describe.each(modules)('$id', (module: Module) => {
  test('each of its addresses asks for a permission of its own', () => {
    const own = entries().filter(({ route }) => route.split('/')[1] === module.id)
    expect(own.length).toBeGreaterThan(0)
    for (const entry of own) expect(guardOf(entry)?.split('.')[0], entry.route).toBe(module.id)
  })

  test('to tara, whose role has no right to it, its pages do not exist, and are no module that is off', async () => {
    const closed = module.permissions.every(({ roles }) => !roles.trainer)
    if (!closed) return expect(module.permissions.length).toBeGreaterThan(0)
    for (const { href } of module.navigation) {
      const answer = await stage.as('tara').get(href)
      expect(answer.status, href).toBe(404)
      expect(answer.headers.has('x-module-off'), href).toBe(false)
    }
  })
})
