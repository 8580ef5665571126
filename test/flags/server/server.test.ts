import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEnv } from '../../../core/env.ts'
import { latestChange } from '../../../flags/change.ts'
import { freezeCell, setCell, thawCell } from '../../../flags/matrix/setting.ts'
import { customs } from '../../contract/fixture/customs.tsx'
import { parcels } from '../../contract/fixture/parcels.tsx'
import { until } from '../../contract/stage.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { openServing, type Serving } from '../served/serving.ts'

const modules = [parcels, customs]

/** A firm whose flags another install serves: that one speaks the client API of Unleash. */
let serving: Serving
beforeAll(async () => {
  serving = await openServing()
  await serving.office.inScope('amy', (scope) =>
    setCell(scope, parcels, serving.office.departments.sales, { state: 'pilot' }, 'the pilot'),
  )
})
afterAll(() => serving.close())

const opened: Office[] = []
afterAll(async () => {
  for (const office of opened) await office.close()
})

async function officeBehind(url: string, more: Record<string, string> = {}): Promise<Office> {
  const env = { UNLEASH_URL: url, UNLEASH_TOKEN: serving.token, ...more }
  const office = await openOffice({ modules, env })
  opened.push(office)
  return office
}
const state = (office: Office, name: PersonName, module = 'parcels') =>
  office.inScope(name, async (scope) => scope.modules.state(module))
const set = (office: Office, wanted: 'off' | 'on', place: string | null = null) =>
  office.inScope('amy', (scope) => setCell(scope, parcels, place, { state: wanted }, 'a test'))

test('the server decides for the first firm, and the firm’s own stop wins over it', async () => {
  const office = await officeBehind(serving.address)
  await until('the server is heard', async () => (await state(office, 'emil')) === 'write')
  expect(await state(office, 'sun')).toBe('off')
  const { sales } = office.departments
  await office.inScope('amy', (scope) => freezeCell(scope, parcels, sales, 'wrong numbers'))
  expect(await state(office, 'emil')).toBe('off')
  await office.inScope('amy', (scope) => thawCell(scope, parcels, sales, 'repaired'))
  expect(await state(office, 'emil')).toBe('write')
  const second = await office.another()
  const theirs = await second.inScope('emil', async (scope) => scope.modules.state('parcels'))
  expect(theirs, 'other firms of the install are not the server’s').toBe('off')
})

test('without an admin token the matrix shows who decides and changes nothing but stops', async () => {
  const office = await officeBehind(serving.address)
  await until('the server is heard', async () => (await state(office, 'emil')) === 'write')
  const page = await (await office.as('amy').get('/rollout/matrix')).text()
  expect(page).toContain(new URL(serving.address).origin)
  expect(page).toMatch(/Last contact/)
  const cell = `/rollout/matrix/parcels/${office.departments.service}`
  for (const [path, form] of [
    [cell, { state: 'on', reason: 'us too', seen: '' }],
    ['/admin/modules/parcels', { everyone: 'on', variant: 'write', reason: 'all', seen: '' }],
  ] as const) {
    const answer = await office.as('amy').post(path, form)
    expect(answer.status, path).toBe(409)
    expect(await answer.text(), path).toContain(new URL(serving.address).origin)
  }
  expect(await state(office, 'sun')).toBe('off')
  const frozen = await office.as('amy').post(`${cell}/freeze`, { reason: 'fire' })
  expect(frozen.status).toBe(303)
})

test('a server that was never heard of leaves everything to the matrix, and administrators are told', async () => {
  const office = await officeBehind('http://127.0.0.1:9/api')
  await until('it fails', async () => office.app.product.flagServer?.heard().isFailing === true)
  await set(office, 'on', office.departments.service)
  expect(await state(office, 'sun')).toBe('write')
  expect(await (await office.as('amy').get('/')).text()).toContain('has not been heard of yet')
  expect(await (await office.as('sun').get('/')).text()).not.toContain('has not been heard of yet')
})

test('with an admin token what the matrix decides is passed on, again and again until it gets there', async () => {
  const got: { deed: string; token: string | undefined; body: string }[] = []
  let status = 500
  const fake = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    const path = request.url ?? ''
    if (path.includes('/admin/'))
      got.push({ deed: `${request.method} ${path}`, token: request.headers.authorization, body })
    const isRead = request.method === 'GET'
    response.writeHead(isRead ? 200 : status, { 'content-type': 'application/json' })
    response.end(path.includes('/admin/') ? '[]' : '{"version":2,"features":[]}')
  })
  await new Promise<void>((ready) => fake.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(fake.address() as AddressInfo).port}/api`
  const office = await officeBehind(url, {
    UNLEASH_TOKEN: 'default:production.secret',
    UNLEASH_ADMIN_TOKEN: '*:*.admin',
  })
  await set(office, 'on', office.departments.service)
  await until('it was tried', async () => got.length > 0)
  expect(office.app.product.flagServer?.isBehind()).toBe(true)
  status = 200
  const cell = `/rollout/matrix/parcels/${office.departments.sales}`
  const seen = (await office.inScope('amy', (scope) => latestChange(scope, 'parcels'))) ?? ''
  const form = { state: 'pilot', reason: 'the pilot begins', seen }
  expect((await office.as('amy').post(cell, form)).status).toBe(303)
  await until('it got there', async () => office.app.product.flagServer?.isBehind() === false)
  expect(new Set(got.map(({ token }) => token))).toEqual(new Set(['*:*.admin']))
  const there = '/api/admin/projects/default/features/module.parcels/environments/production'
  const deeds = got.map(({ deed }) => deed)
  expect(deeds).toContain(`POST ${there}/on`)
  expect(deeds.some((deed) => deed.includes('module.customs') && deed.endsWith('/off'))).toBe(true)
  const strategies = got.filter(({ deed }) => deed === `POST ${there}/strategies`)
  expect(JSON.parse(strategies.at(-1)?.body ?? '{}').constraints[0]).toMatchObject({
    contextName: 'department',
    values: expect.arrayContaining(['sales', 'east', 'service']),
  })
  fake.close()
})

test('an address without a token stops the start with a sentence', () => {
  expect(() => readEnv({ UNLEASH_URL: 'http://flags.example/api' })).toThrow(/UNLEASH_TOKEN/)
  expect(readEnv({ UNLEASH_URL: '' }).UNLEASH_URL).toBeUndefined()
})
