import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { setCell } from '../../../flags/matrix/setting.ts'
import { customs } from '../../contract/fixture/customs.tsx'
import { parcels } from '../../contract/fixture/parcels.tsx'
import { until } from '../../contract/stage.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type FreshDatabase, freshDatabase } from '../../setup/database.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { until as patiently } from '../../setup/until.ts'
import { type RealServer, realServer } from './unleash-server.ts'

// It is fetched, migrates a database of its own and starts, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 600_000 })

let database: FreshDatabase
let server: RealServer
let office: Office
beforeAll(async () => {
  database = await freshDatabase()
  server = await realServer(database.admin, 42_427)
  await server.start()
  office = await openOffice({
    modules: [parcels, customs],
    env: {
      UNLEASH_URL: server.url,
      UNLEASH_TOKEN: server.token,
      UNLEASH_ADMIN_TOKEN: server.adminToken,
    },
  })
})
afterAll(async () => {
  await office?.close()
  await server?.stop()
  await database?.drop()
})

const outside = () => office.app.product.flagServer
const state = (name: PersonName) =>
  office.inScope(name, async (scope) => scope.modules.state('parcels'))
const set = (wanted: 'off' | 'pilot' | 'on') =>
  office.inScope('amy', (scope) =>
    setCell(scope, parcels, office.departments.sales, { state: wanted }, 'a test'),
  )

/** Whether the server itself has the module on for a department; it takes a second to say so. */
async function enabledOutside(department: string): Promise<boolean> {
  const answer = await fetch(`${server.url}/client/features`, {
    headers: { Authorization: server.token },
  })
  const { features } = (await answer.json()) as {
    features: {
      name: string
      enabled: boolean
      strategies: { constraints: { values: string[] }[] }[]
    }[]
  }
  const found = features.find(({ name }) => name === 'module.parcels')
  return (
    found?.enabled === true &&
    found.strategies.some(({ constraints }) =>
      constraints.some(({ values }) => values.includes(department)),
    )
  )
}

test('what the matrix decides gets to a real server, and comes back from it', async () => {
  await set('pilot')
  await until('it got there', async () => outside()?.isBehind() === false)
  await until('the server says so', () => enabledOutside('sales'))
  expect(await enabledOutside('service')).toBe(false)
  expect(await state('emil')).toBe('write')
  expect(await state('sun')).toBe('off')
  await set('off')
  await until('the server says so too', async () => !(await enabledOutside('sales')))
})

test('its death switches nothing off, and what was decided meanwhile gets there when it returns', async () => {
  await set('on')
  await until('it got there', async () => outside()?.isBehind() === false)
  for (let tries = 0; tries < 4 && (await state('emil')) !== 'write'; tries++)
    await until('the server is heard', async () => (await state('emil')) === 'write').catch(
      () => {},
    )
  expect(await state('emil')).toBe('write')
  await server.stop()
  expect(await state('emil')).toBe('write')
  await set('off')
  await until('it cannot get there', async () => outside()?.isBehind() === true)
  await server.start()
  for (let tries = 0; tries < 4 && outside()?.isBehind(); tries++)
    await until('it got there after all', async () => outside()?.isBehind() === false).catch(
      () => {},
    )
  expect(outside()?.isBehind()).toBe(false)
  await until('the server says so', async () => !(await enabledOutside('sales')))
})

test('without an admin token it is obeyed and never written to; its death is told, and its return heard', async () => {
  const reader = await openOffice({
    modules: [parcels, customs],
    env: { UNLEASH_URL: server.url, UNLEASH_TOKEN: server.token },
  })
  const theirs = (name: PersonName) =>
    reader.inScope(name, async (scope) => scope.modules.state('parcels'))
  const decides = (wanted: Awaited<ReturnType<typeof theirs>>) =>
    patiently(`the server says ${wanted}`, async () => (await theirs('emil')) === wanted, 60)
  const turn = (way: 'on' | 'off') =>
    fetch(
      `${server.url}/admin/projects/default/features/module.parcels/environments/development/${way}`,
      { method: 'POST', headers: { Authorization: server.adminToken } },
    )
  try {
    await set('pilot')
    await decides('write')
    expect(await theirs('sun')).toBe('off')
    const page = await (await reader.as('amy').get('/rollout/matrix')).text()
    expect(page).toContain(new URL(server.url).origin)
    expect(page).toMatch(/Last contact/)
    const cell = `/rollout/matrix/parcels/${reader.departments.service}`
    const form = { state: 'pilot', reason: 'us too', seen: '' }
    expect((await reader.as('amy').post(cell, form)).status).toBe(409)
    // What is still on its way from the matrix would come after what is turned by hand.
    await patiently('nothing more is passed on', async () => outside()?.isBehind() === false, 60)
    expect((await turn('off')).ok).toBe(true)
    await decides('off')
    expect((await turn('on')).ok).toBe(true)
    await decides('write')
    await server.stop()
    const silent = async () =>
      (await (await reader.as('amy').get('/')).text()).includes('was heard of last on')
    await patiently('administrators are told', silent, 60)
    expect(await theirs('emil'), 'what it said last holds').toBe('write')
    await server.start()
    await turn('off')
    await decides('off')
    expect(await silent()).toBe(false)
  } finally {
    await reader.close()
  }
})
