import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'
import { until } from '../setup/until.ts'
import { foundCompany, get, openContacts, post, signIn, startBeside } from './office.ts'

/** Some 10 s on an idle machine. */
const timeout = 90_000

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('what one process changes another knows: modules, records, sessions; and it outlives it', {
  timeout,
}, async () => {
  const one = await startBeside(database)
  const here = await foundCompany(one)
  const other = await startBeside(database)
  const there = await signIn(other.url, 'amy@harbour.example')
  const list = (query = '') => get(other.url, `/contacts/accounts?q=${query}`, there)
  expect((await list()).headers.get('x-module-off')).toBe('contacts')

  await openContacts(one.url, here)
  await until('the module opened here is open there', async () => (await list()).status === 200)
  await post(one.url, '/contacts/accounts', here, { name: 'Seagull Ltd' })
  expect(await (await list('Seagull')).text()).toContain('Seagull Ltd')

  await post(one.url, '/admin/modules/contacts/stop', here, { reason: 'Something is wrong' })
  const isOff = async () => (await list()).headers.get('x-module-off') === 'contacts'
  await until('the module stopped here is off there', isOff)

  await post(one.url, '/account/sessions/end-others', here, {})
  const isOut = async () => (await get(other.url, '/', there)).headers.get('location') === '/login'
  await until('the session ended here is dead there', isOut)
  expect((await get(one.url, '/', here)).status).toBe(200)

  process.kill(await one.serverPid(), 'SIGKILL')
  await one.exited
  const again = await signIn(other.url, 'amy@harbour.example')
  expect((await get(other.url, '/admin/people', again)).status).toBe(200)
})
