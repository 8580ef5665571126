import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Module } from '../../core/module.ts'
import { escapeText } from '../../views/markup.ts'
import { viewText } from '../../views/messages.ts'
import type { PersonName } from '../setup/cast.ts'
import { addressesOf, reads } from './addresses.ts'
import { modules, openStage, type Stage } from './stage.ts'
import { steady } from './steady.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())
afterEach(async () => {
  for (const module of modules) await stage.turn(module.id, 'write')
})

const asHtmx = { 'hx-request': 'true', 'hx-request-type': 'partial' }

const ask = (
  name: PersonName,
  method: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Response> =>
  stage.as(name).send(path, {
    method,
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
    ...(method === 'GET' || method === 'HEAD' ? {} : { body: new URLSearchParams({ name: 'x' }) }),
  })

/** The answer of an address in one text. */
async function page(path: string): Promise<string> {
  const answer = await ask('amy', 'GET', path)
  return `${answer.status} ${answer.headers.get('location') ?? ''}\n${steady(await answer.text())}`
}

describe.each(modules)('$id', (module: Module) => {
  test('every page of it is there for amy while it is on', async () => {
    const addresses = (await addressesOf(stage, module)).filter(reads)
    expect(addresses.length).toBeGreaterThan(0)
    for (const { path } of addresses) {
      const answer = await ask('amy', 'GET', path)
      expect([200, 303], path).toContain(answer.status)
      expect(answer.headers.has('x-module-off'), path).toBe(false)
    }
  })

  test.each(['amy', 'emil'] as const)(
    'while it is off for %s, every address says so kindly and changes nothing',
    async (name) => {
      await stage.turn(module.id, 'off', name)
      const before = await stage.fingerprint(module)
      const addresses = await addressesOf(stage, module)
      for (const { method, path } of addresses) {
        const answer = await ask(name, method, path)
        const said = `${method} ${path}`
        expect(answer.status, said).toBe(404)
        expect(answer.headers.get('x-module-off'), said).toBe(module.id)
        const text = await answer.text()
        expect(text, said).toContain(
          `${escapeText(module.title.en)} is not switched on for you yet`,
        )
        expect(text, said).toContain('陈爱米')
        expect(text, said).toMatch(/^<!doctype html>/i)
        expect(text, said).not.toContain(`href="/${module.id}`)
      }
      expect(await stage.fingerprint(module)).toBe(before)
    },
  )

  test('a piece of a page asked for while it is off is the same notice without the shell', async () => {
    await stage.turn(module.id, 'off', 'emil')
    for (const { method, path } of await addressesOf(stage, module)) {
      const answer = await ask('emil', method, path, asHtmx)
      expect(answer.status, path).toBe(404)
      expect(answer.headers.get('x-module-off'), path).toBe(module.id)
      const text = await answer.text()
      expect(text, path).toContain(`${escapeText(module.title.en)} is not switched on for you yet`)
      expect(text, path).not.toContain('<html')
    }
  })

  test('sun, who reads Chinese, is told so in Chinese', async () => {
    await stage.eyes`update core.users set locale = 'zh-CN' where id = ${stage.people.sun}`
    await stage.turn(module.id, 'off', 'sun')
    const [{ path } = { path: '' }] = await addressesOf(stage, module)
    const text = await (await ask('sun', 'GET', path)).text()
    expect(text).toContain(viewText('zh-CN').moduleOff.title(module.title['zh-CN']))
    expect(text).toContain('<html lang="zh-CN"')
    expect(text).not.toContain('is not switched on')
  })

  test('no spelling of an address, method or header gets around the switch', async () => {
    await stage.turn(module.id, 'off', 'emil')
    const [{ path } = { path: '' }] = (await addressesOf(stage, module)).filter(reads)
    const encoded = `/%${module.id.charCodeAt(0).toString(16)}${path.slice(2)}`
    for (const spelled of [
      path,
      `${path}/`,
      encoded,
      `/./${path.slice(1)}`,
      `/${module.id}`,
      `/${module.id}/nothing`,
    ])
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await ask('emil', method, spelled, { ...asHtmx, 'hx-boosted': 'true' })
        expect(answer.status, `${method} ${spelled}`).toBe(404)
        expect(answer.headers.get('x-module-off'), `${method} ${spelled}`).toBe(module.id)
      }
    for (const spelled of [`/${path}`, path.toUpperCase()])
      expect((await ask('emil', 'GET', spelled)).status, spelled).toBe(404)
  })

  test('it is off for emil alone: lin goes on working', async () => {
    await stage.turn(module.id, 'off', 'emil')
    const [entry] = module.navigation
    const answer = await ask('lin', 'GET', entry?.href ?? '/')
    expect(answer.headers.has('x-module-off')).toBe(false)
    expect(answer.status).toBe(200)
  })

  test('a stranger is sent to sign in, and is told nothing about it', async () => {
    await stage.turn(module.id, 'off')
    for (const { method, path } of await addressesOf(stage, module)) {
      const answer = await stage.stranger().send(path, {
        method,
        headers: { 'sec-fetch-site': 'same-origin' },
      })
      expect(answer.status, path).toBe(302)
      expect(answer.headers.has('x-module-off'), path).toBe(false)
    }
  })

  test('open for reading only, it shows everything and refuses each change and its form with a sentence', async () => {
    const addresses = await addressesOf(stage, module)
    const isForm = ({ path }: { path: string }) => /\/(new|edit)(\?|$)/.test(path)
    const looks = (address: (typeof addresses)[number]) => reads(address) && !isForm(address)
    const pages = addresses.filter(looks)
    expect(pages.length).toBeGreaterThan(0)
    const before = await stage.fingerprint(module)
    await stage.turn(module.id, 'read', 'amy')
    for (const { path } of pages)
      expect([200, 303], path).toContain((await ask('amy', 'GET', path)).status)
    for (const { method, path } of addresses.filter((address) => !looks(address))) {
      const answer = await ask('amy', method, path)
      expect(answer.status, `${method} ${path}`).toBe(403)
      expect(await answer.text(), `${method} ${path}`).toContain(
        `For you, ${escapeText(module.title.en)} is open for reading only for now.`,
      )
    }
    expect(await stage.fingerprint(module)).toBe(before)
  })

  test('off and on again, every page is what it was', async () => {
    const pages = (await addressesOf(stage, module)).filter(reads)
    const before = await Promise.all(pages.map(({ path }) => page(path)))
    await stage.turn(module.id, 'off')
    for (const { path } of pages) expect(await page(path)).toMatch(/^404 /)
    await stage.turn(module.id, 'write')
    const after = await Promise.all(pages.map(({ path }) => page(path)))
    expect(after).toEqual(before)
  })
})

test('a module open in one firm stays closed in another on the same install', async () => {
  const valley = await stage.another()
  for (const module of modules) {
    const [entry] = module.navigation
    const answer = await valley.as('amy').get(entry?.href ?? '')
    expect(answer.headers.get('x-module-off'), module.id).toBe(module.id)
    expect((await ask('amy', 'GET', entry?.href ?? '')).status, module.id).toBe(200)
  }
})

test('the contract was held against every module there is, and against each part of it', () => {
  expect(modules.map((module) => module.id)).toEqual(expect.arrayContaining(['parcels', 'customs']))
  for (const part of [
    'cards',
    'panels',
    'search',
    'timeline',
    'listeners',
    'jobs',
    'notifications',
  ] as const)
    expect(
      modules.some((module) => (module[part]?.length ?? 0) > 0),
      part,
    ).toBe(true)
})
