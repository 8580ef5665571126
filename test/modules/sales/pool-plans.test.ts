import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool, type Pool } from '../../../core/db/connection.ts'
import { fill, seedsOf } from '../../../core/seed/fill.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import { sales } from '../../../modules/sales/module.ts'
import { batchSize, keptIn } from '../../../modules/sales/pool/kept.ts'
import { pooledBy } from '../../../modules/sales/pool/kinds.ts'
import { firstRound, type Round, returnOverdue } from '../../../modules/sales/pool/returning.ts'
import type { Office } from '../../setup/office.ts'
import { walking } from '../../setup/walking.ts'
import { openSalesOffice } from './sales-office.ts'

const accounts = 3_000

let office: Office
let eyes: Pool
beforeAll(async () => {
  office = await openSalesOffice({ locale: 'zh-CN' })
  eyes = openPool(office.database.admin, 1)
  const seeds = seedsOf([contacts, sales])
  for (const [key, count] of [
    ['accounts', accounts],
    ['deals', accounts],
    ['activities', accounts],
  ] as const) {
    const seed = seeds.get(key)
    if (!seed) throw new Error(`Nothing is known of ${key}.`)
    await fill(office.app.product, office.company, seed, count, 3)
  }
  // Half of it is of Sales, half of Service, who has no pool; nobody has followed up for long.
  const { departments, people } = office
  await eyes`update contacts.accounts set owner_id = ${people.emil}, department_id = ${departments.sales},
    created_at = now() - interval '90 days', archived_at = null`
  await eyes`update contacts.accounts set owner_id = ${people.sun}, department_id = ${departments.service}
    where id in (select id from contacts.accounts order by id limit ${accounts / 2})`
  await eyes`update contacts.activities set happened_at = now() - interval '60 days'`
  const pool = { name: '公海', department: departments.sales, followDays: '30', warnDays: '3' }
  await office.as('amy').post('/sales/pool/pools', { ...pool, _once: crypto.randomUUID() })
  await eyes`vacuum analyze`
}, 120_000)
afterAll(async () => {
  await eyes?.end()
  await office?.close()
})

test('a batch of what is kept is read off the index of its department, and what was done with it by the record', async () => {
  const kept = pooledBy('accounts')
  const read = (table: string) =>
    walking(office, table, 'amy', (scope) => keptIn(scope, kept, office.departments.sales))
  const [walk, ...others] = await read('contacts.accounts')
  expect({ walk: walk?.name, others }).toEqual({ walk: 'accounts_department', others: [] })
  expect(walk?.read).toBeLessThanOrEqual(batchSize + 1)
  for (const [table, index] of [
    ['contacts.activities', /^activities_record$/],
    ['core.timeline', /^timeline_.*pk$/],
    ['sales.deals', /^deals_account$/],
  ] as const)
    for (const { name } of await read(table)) expect(name, table).toMatch(index)
})

test('a night goes through all of it, a batch at a time, and nobody else’s records move', async () => {
  const rounds: Round[] = []
  for (let round: Round | undefined = firstRound; round; ) {
    const at: Round = round
    rounds.push(at)
    round = await office.inScope('amy', (scope) =>
      returnOverdue(scope, office.app.product.registry, at),
    )
  }
  expect(rounds.filter(({ after }) => after)).toHaveLength(1)
  const owned = async (department: string) =>
    (
      await eyes`select count(*)::int as count from contacts.accounts
        where owner_id is not null and department_id = ${department}`
    )[0]?.count
  const { departments } = office
  expect(await owned(departments.sales)).toBe(0)
  expect(await owned(departments.service)).toBe(accounts / 2)
  const [pooled] = await office.inScope('amy', ({ db }) =>
    db.execute(sql`select count(*)::int as count from sales.pool_entries`),
  )
  expect(pooled).toEqual({ count: accounts / 2 })
})
