import type { Unleash } from 'unleash-client'
import type { Mode } from 'unleash-client/lib/unleash-config.js'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeToken } from '../../../core/tokens/tokens.ts'
import { closeModule } from '../../../flags/audience.ts'
import { parseDocument } from '../../../flags/documents.ts'
import { importDocument } from '../../../flags/imported.ts'
import { freezeCell, setCell, thawCell } from '../../../flags/matrix/setting.ts'
import { parcels } from '../../contract/fixture/parcels.tsx'
import { until } from '../../contract/stage.ts'
import { programOf } from '../../setup/program.ts'
import { openServing, type Serving } from './serving.ts'

let serving: Serving
beforeAll(async () => {
  serving = await openServing()
})
afterAll(() => serving.close())
beforeEach(() => bring([]))

const bring = (features: object[]) =>
  serving.office.inScope('amy', async (scope) => {
    await closeModule(scope, parcels, 'a new test')
    const document = parseDocument(JSON.stringify({ version: 2, features }))
    await importDocument(scope, document, true)
  })
const feature = (name: string) => ({ name, enabled: true, strategies: [{ name: 'default' }] })
const inSales = { userId: 'x', properties: { department: 'sales' } }
const pilot = () =>
  serving.office.inScope('amy', (scope) =>
    setCell(scope, parcels, serving.office.departments.sales, { state: 'pilot' }, 'the pilot'),
  )

const modes: [string, Mode, number][] = [
  ['polling', { type: 'polling', format: 'full' }, 50],
  ['polling for differences', { type: 'polling', format: 'delta' }, 50],
  ['streaming', { type: 'streaming' }, 3_600_000],
]

describe.each(modes)('another program, %s', (_, mode, interval) => {
  const isOn = (client: Unleash, name: string, context = inSales) => client.isEnabled(name, context)

  test('obeys the same rollout, and hears of each change', async () => {
    const client = await serving.client(mode, interval)
    expect(isOn(client, 'module.parcels')).toBe(false)
    await pilot()
    await until('the pilot is heard of', async () => isOn(client, 'module.parcels'))
    const elsewhere = { userId: 'x', properties: { department: 'service' } }
    expect(isOn(client, 'module.parcels', elsewhere)).toBe(false)
    await serving.office.inScope('amy', (scope) =>
      freezeCell(scope, parcels, serving.office.departments.sales, ''),
    )
    await until('the stop is heard of', async () => !isOn(client, 'module.parcels'))
    client.destroy()
    await serving.office.inScope('amy', (scope) =>
      thawCell(scope, parcels, serving.office.departments.sales, 'repaired'),
    )
  })

  test('loses a flag that is dropped, and keeps the others', async () => {
    await bring([feature('new.board'), feature('old.board')])
    const client = await serving.client(mode, interval)
    expect([isOn(client, 'new.board'), isOn(client, 'old.board')]).toEqual([true, true])
    await bring([feature('new.board')])
    await until('it is gone', async () => !isOn(client, 'old.board'))
    expect(isOn(client, 'new.board')).toBe(true)
    client.destroy()
  })
})

test('a module on its way back is on in the variant read, until its day', async () => {
  const set = (days: number) =>
    serving.office.inScope('amy', (scope) =>
      setCell(
        scope,
        parcels,
        null,
        { state: 'read', until: new Date(Date.now() + days * 86_400_000).toISOString() },
        'too early',
      ),
    )
  await set(30)
  const client = await serving.client({ type: 'polling', format: 'full' })
  expect(client.getVariant('module.parcels', inSales)).toMatchObject({ name: 'read' })
  const later = { ...inSales, currentTime: new Date(Date.now() + 31 * 86_400_000) }
  expect(client.isEnabled('module.parcels', later)).toBe(false)
  client.destroy()
})

test('who asks again without any change gets nothing, and who is behind gets the differences', async () => {
  await bring([feature('a'), feature('b')])
  const first = await serving.ask('/client/features')
  const etag = first.headers.get('etag') ?? ''
  const names = (await first.json()).features.map(({ name }: { name: string }) => name)
  expect(names).toEqual(expect.arrayContaining(['a', 'b', 'module.parcels']))
  const again = await serving.ask('/client/features', { headers: { 'if-none-match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const whole = await serving.ask('/client/delta')
  expect((await whole.json()).events[0].type).toBe('hydration')
  await bring([feature('a'), { ...feature('c'), enabled: false }])
  const news = await serving.ask('/client/delta', { headers: { 'if-none-match': etag } })
  const { events } = await news.json()
  expect(events.map(({ type }: { type: string }) => type).sort()).toEqual([
    'feature-removed',
    'feature-updated',
  ])
  const unknown = await serving.ask('/client/delta', { headers: { 'if-none-match': '"x"' } })
  expect((await unknown.json()).events[0].type).toBe('hydration')
})

test('a front end is told what is on for one context, by address or by body, from any origin', async () => {
  await bring([feature('new.board')])
  await pilot()
  const { people } = serving.office
  const names = async (answer: Response) =>
    (await answer.json()).toggles.map(({ name }: { name: string }) => name).sort()
  const both = ['module.parcels', 'new.board']
  expect(await names(await serving.ask('/frontend?properties[department]=sales'))).toEqual(both)
  expect(await names(await serving.ask('/frontend?department=sales'))).toEqual(both)
  expect(await names(await serving.ask('/frontend?department=service'))).toEqual(['new.board'])
  const own = await serving.ask(`/frontend?userId=${people.emil}`)
  expect(await names(own), 'the firm knows where its own people work').toEqual(both)
  const posted = await serving.ask('/frontend', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://shop.example' },
    body: JSON.stringify({ context: inSales }),
  })
  expect(posted.headers.get('access-control-allow-origin')).toBe('*')
  expect(await names(posted)).toEqual(both)
  const asked = await serving.ask('/frontend', {
    method: 'OPTIONS',
    headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
  })
  expect(asked.status).toBe(204)
})

test('what clients tell of themselves is taken', async () => {
  for (const path of ['/client/register', '/client/metrics', '/frontend/client/metrics']) {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
    expect((await serving.ask(path, init)).status, path).toBe(202)
  }
})

test('without a token of its kind nothing is told, and another firm’s flags are never seen', async () => {
  const paths = ['/client/features', '/client/delta', '/client/streaming', '/frontend']
  const amy = await programOf(serving.office.app, serving.office, 'amy')
  for (const path of paths)
    for (const authorization of ['', 'x', `Bearer ${amy.token}`, amy.token]) {
      const answer = await serving.ask(path, { headers: { authorization } })
      expect(answer.status, `${path} ${authorization}`).toBe(401)
    }
  const api = await serving.ask('/v1/audit', {
    headers: { authorization: `Bearer ${serving.token}` },
  })
  expect(api.status, 'nor does it open the records').toBe(401)
  await bring([feature('only.ours')])
  const valley = await serving.office.another()
  const theirs = await valley.inScope('amy', async (scope) => {
    const person = { id: valley.people.amy, name: 'amy' }
    return makeToken(scope, { person, name: 'shop', kind: 'unleash', days: null })
  })
  const answer = await serving.ask('/client/features', { headers: { authorization: theirs } })
  expect(await answer.text()).not.toContain('only.ours')
})
