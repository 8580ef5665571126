import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool, type Pool } from '../../../core/db/connection.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { ageSessions } from '../../setup/query.ts'
import { until } from '../../setup/until.ts'

let office: Office
let eyes: Pool
beforeAll(async () => {
  office = await openOffice()
  eyes = openPool(office.database.admin, 3)
})
afterAll(async () => {
  await eyes.end()
  await office.close()
})

const waiting = async () => {
  const rows = await eyes`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return rows.length > 0
}

test('emil is disabled in the very moment in which his session is looked up: it is not remembered', async () => {
  const emil = office.as('emil')
  await emil.get('/')
  await ageSessions(office, {})
  let last: Promise<Response> | undefined
  await eyes.begin(async (held) => {
    await held`select from core.sessions where user_id = ${office.people.emil} for update`
    last = emil.get('/')
    await until('the look-up waits', waiting)
    const heard = new Promise((resolve) => office.app.product.changes.on('access', resolve))
    await eyes`update core.users set disabled_at = now() where id = ${office.people.emil}`
    await eyes`select pg_notify('stepwise', ${`access ${office.company}`})`
    await heard
  })
  expect((await last)?.status).toBe(200)
  expect((await emil.get('/')).status).toBe(302)
})
