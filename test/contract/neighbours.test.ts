import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addToTimeline } from '../../core/records/timeline.ts'
import { fixtures } from './fixture/index.ts'
import { openStage, type Stage } from './stage.ts'
import { steady } from './steady.ts'

const [parcels, customs] = fixtures

let stage: Stage
let parcel: string
beforeAll(async () => {
  stage = await openStage()
  const [row] = await stage.eyes<{ id: string }[]>`
    select id from parcels.parcels where company_id = ${stage.company} order by id limit 1`
  parcel = `/parcels/parcels/${row?.id}`
  await stage.as('amy').post(`${parcel}/send`)
})
afterAll(() => stage.close())
beforeEach(() => stage.turn('customs', 'write'))

const read = async (name: 'amy' | 'lin'): Promise<string> =>
  (await stage.as(name).get(parcel)).text()

const panel = 'data-tour="panel-customs"'
const told = 'declared at customs'

test('a neighbour puts its panel and its words on a record’s page', async () => {
  const page = await read('amy')
  expect(page).toContain(panel)
  expect(page).toContain(told)
  expect(page).toContain('sent the parcel')
})

test('off for amy, neighbour’s panel and words are gone from her page and stay on lin’s', async () => {
  await stage.turn('customs', 'off', 'amy')
  const page = await read('amy')
  expect(page).not.toContain(panel)
  expect(page).not.toContain(told)
  expect(page).toContain('sent the parcel')
  expect(await read('lin')).toContain(panel)
  expect(await read('lin')).toContain(told)
})

test('what it said while it was off is there when it comes back', async () => {
  await stage.turn('customs', 'off')
  await stage.as('amy').post(`${parcel}/send`)
  const [{ count } = { count: 0 }] = await stage.eyes<{ count: number }[]>`
    select count(*)::int as count from core.timeline where kind = 'customs.declared'`
  await stage.turn('customs', 'write')
  const page = await read('amy')
  expect(page.split(told).length - 1).toBe(count)
  expect(count).toBeGreaterThan(1)
})

test.each([
  ['contacts.account', '/contacts/accounts', 'contacts.accounts'],
  ['contacts.person', '/contacts/people', 'contacts.people'],
])('what letters puts on the page of a %s goes and comes with it', async (object, list, table) => {
  const [row] = await stage.eyes<{ id: string }[]>`
    select id from ${stage.eyes(table)} where company_id = ${stage.company} order by id limit 1`
  const id = row?.id ?? ''
  await stage.inScope('amy', (scope) => addToTimeline(scope, object, id, 'letters.sent', {}))
  const page = async () => steady(await (await stage.as('amy').get(`${list}/${id}`)).text())
  const before = await page()
  expect(before).toContain('data-tour="panel-letters"')
  expect(before).toContain('sent a letter')
  await stage.turn('letters', 'off', 'amy')
  const without = await page()
  expect(without).not.toContain('data-tour="panel-letters"')
  expect(without).not.toContain('sent a letter')
  await stage.turn('letters', 'write')
  expect(await page()).toBe(before)
})

test('a module that is needed takes those that need it along, and brings them back', async () => {
  const before = await stage.fingerprint(customs)
  await stage.turn('parcels', 'off', 'lin')
  const gone = await stage.as('lin').get('/customs/declarations')
  expect(gone.status).toBe(404)
  expect(gone.headers.get('x-module-off')).toBe(customs.id)
  expect((await stage.as('amy').get('/customs/declarations')).status).toBe(200)
  await stage.turn(parcels.id, 'write')
  expect((await stage.as('lin').get('/customs/declarations')).status).toBe(200)
  expect(await stage.fingerprint(customs)).toBe(before)
})
