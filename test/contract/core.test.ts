import { afterAll, beforeAll, expect, test } from 'vitest'
import { password } from '../setup/cast.ts'
import { modules, openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  for (const module of modules) await stage.turn(module.id, 'off')
})
afterAll(() => stage.close())

/** What nobody may ever be locked out of. */
const always = ['/', '/search', '/account', '/admin/people', '/admin/modules', '/rollout/who']

/** The core's own pages that take no parameter, as its router has them. */
const corePages = (): string[] => {
  const paths = stage.app.site.routes
    .filter(({ method, path }) => method === 'GET' && !/[:*]/.test(path))
    .map(({ path }) => path)
    .filter((path) => !modules.some(({ id }) => path.split('/')[1] === id))
    // Programs have no pages.
    .filter((path) => !path.startsWith('/api/'))
  return [...new Set(paths)]
}

test('with every module off, people sign in and out', async () => {
  const browser = stage.stranger()
  const signedIn = await browser.post('/login', { email: 'emil@harbour.example', password })
  expect(signedIn.status).toBe(303)
  const start = await browser.get('/')
  expect(start.status).toBe(200)
  const text = await start.text()
  expect(text).toContain('Nothing is open for you yet')
  expect(text).toContain('陈爱米')
  expect((await browser.post('/logout')).status).toBe(303)
  expect((await browser.get('/')).status).toBe(302)
})

test('with every module off, every page of the core answers amy, so she can switch one on', async () => {
  const pages = corePages().filter((path) => !['/setup', '/login'].includes(path))
  expect(pages).toEqual(expect.arrayContaining(always))
  for (const path of pages) {
    const answer = await stage.as('amy').get(path)
    expect([200, 302, 303], path).toContain(answer.status)
    expect(answer.headers.has('x-module-off'), path).toBe(false)
  }
})

test('no permission of the core belongs to a module', () => {
  const { permissions } = stage.app.product.registry
  const core = [...permissions.keys()].filter((key) => key.startsWith('core.'))
  expect(core.length).toBeGreaterThan(4)
  for (const module of modules) expect(module.permissions.map(({ key }) => key)).not.toContain(core)
})
