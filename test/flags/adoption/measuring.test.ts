import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asOperator } from '../../../core/access/operator.ts'
import { openPool, type Pool } from '../../../core/db/connection.ts'
import { newIdAt } from '../../../core/db/id.ts'
import { openSince } from '../../../flags/adoption/expected.ts'
import { measureAdoption } from '../../../flags/adoption/measuring.ts'
import { readLatest } from '../../../flags/adoption/reading.ts'
import { openModule } from '../../../flags/audience.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'

/** A Wednesday; the window of four weeks holds twenty working days in London. */
const now = new Date('2026-03-25T18:00:00Z')
const day = 86_400_000

let office: Office
let eyes: Pool
beforeEach(async () => {
  office = await openOffice()
  eyes = openPool(office.database.admin, 1)
  const sales = {
    kind: 'department',
    department: office.departments.sales,
    variant: 'write',
  } as const
  await office.inScope('amy', (scope) => openModule(scope, contacts, [sales], 'for this test'))
  await eyes`update flags.changes set at = ${new Date(now.getTime() - 90 * day)}`
  await eyes`update core.users set created_at = ${new Date(now.getTime() - 90 * day)}`
})
afterEach(async () => {
  await eyes.end()
  await office.close()
})

/** Something somebody did so many days ago, as the audit trail keeps it. */
async function did(
  who: PersonName,
  ago: number,
  {
    object = 'contacts.activity',
    action = 'created',
    record = crypto.randomUUID(),
    minutes = 0,
    after = {},
    before = {},
    request = crypto.randomUUID() as string,
  } = {},
) {
  const at = new Date(now.getTime() - ago * day + minutes * 60_000)
  await eyes`
    insert into core.audit (company_id, id, at, actor_id, action, object, record_id, before, after, request_id)
    values (${office.company}, ${newIdAt(at)}, ${at}, ${office.people[who]}, ${action}, ${object},
      ${record}, ${before as never}, ${after as never}, ${request})`
}

let seconds = 0
const measure = () => {
  const { product } = office.app
  const later = new Date(now.getTime() + ++seconds * 1_000)
  return asOperator(product, office.company, 'test', (scope) =>
    measureAdoption({ ...scope, now: () => later }, product.registry.modules),
  )
}

const measured = async (module = 'contacts') => {
  await measure()
  const latest = await office.inScope('amy', (scope) => readLatest(scope, module))
  return new Map((latest?.people ?? []).map((person) => [person.id, person]))
}
const of = (found: Awaited<ReturnType<typeof measured>>, who: PersonName) =>
  found.get(office.people[who])

test('whoever has the module and does nothing counts as 0 and is dormant; whoever has none counts nowhere', async () => {
  const found = await measured()
  expect(of(found, 'emil')).toMatchObject({ value: 0, dormant: true })
  expect([...found.keys()].toSorted()).toEqual([office.people.emil, office.people.lin].toSorted())
})

test('days with real work count once each, and a lead is expected on half as many as a member', async () => {
  for (const ago of [1, 1, 2, 5]) for (const who of ['emil', 'lin'] as const) await did(who, ago)
  const found = await measured()
  expect(of(found, 'emil')?.parts.regular).toMatchObject({ good: 3, of: 0.8 * 20 })
  expect(of(found, 'lin')?.parts.regular).toMatchObject({ good: 3, of: 0.4 * 20 })
  expect(of(found, 'emil')?.parts.process).toMatchObject({ good: 4, of: 20 })
  expect(of(found, 'emil')?.dormant).toBe(false)
})

test('signing in, jobs, programs and what is taken back within ten minutes do not count', async () => {
  await did('emil', 1, { object: 'core.user', action: 'signed-in' })
  await did('emil', 2, { request: 'job-17' })
  await did('emil', 3, { request: 'api-0192' })
  const [record, other] = [crypto.randomUUID(), crypto.randomUUID()]
  await did('emil', 4, { record })
  await did('emil', 4, { record, action: 'removed', minutes: 9 })
  const account = { object: 'contacts.account', action: 'changed', record: other }
  await did('emil', 5, { ...account, before: { city: 'A' }, after: { city: 'B' } })
  await did('emil', 5, { ...account, before: { city: 'B' }, after: { city: 'A' }, minutes: 3 })
  expect(of(await measured(), 'emil')).toMatchObject({ value: 0, dormant: true })
})

test('what is taken back an hour later was work all the same', async () => {
  const record = crypto.randomUUID()
  await did('emil', 4, { record })
  await did('emil', 4, { record, action: 'removed', minutes: 61 })
  expect(of(await measured(), 'emil')?.parts.regular?.good).toBe(1)
})

test('a deed on many records at once is one, and sixty-one alike in a day are none', async () => {
  const request = crypto.randomUUID()
  for (let at = 0; at < 8; at++) await did('emil', 1, { request, after: { body: String(at) } })
  expect(of(await measured(), 'emil')?.parts.process?.good).toBe(1)
  for (let at = 0; at < 61; at++) await did('emil', 2, { after: { body: 'called' } })
  const again = of(await measured(), 'emil')
  expect(again?.parts.process?.good).toBe(1)
  expect(again?.parts.regular?.good).toBe(1)
})

const isAway = (who: PersonName, from: string, to: string) => eyes`
  insert into core.absences (company_id, id, user_id, from_day, to_day)
  values (${office.company}, ${crypto.randomUUID()}, ${office.people[who]}, ${from}, ${to})`

test('days of leave are not expected, and whoever was away all the while counts nowhere', async () => {
  await isAway('emil', '2026-03-09', '2026-03-20')
  await isAway('lin', '2026-02-01', '2026-04-30')
  const found = await measured()
  expect(of(found, 'emil')?.parts.regular).toMatchObject({ good: 0, of: 0.8 * 10 })
  expect(of(found, 'emil')?.parts.process).toMatchObject({ good: 0, of: 10 })
  expect(of(found, 'emil')?.dormant).toBe(false)
  expect(of(found, 'lin')).toBeUndefined()
})

test('people count two weeks after they came and after the module was opened for them', async () => {
  const lately = new Date(now.getTime() - 10 * day)
  await eyes`update core.users set created_at = ${lately} where id = ${office.people.emil}`
  expect([...(await measured()).keys()]).toEqual([office.people.lin])
  await eyes`update flags.changes set at = ${lately}`
  expect(await measure()).toBe(0)
})

test('whoever had the module in its pilot is no newcomer when all of sales gets it, and a break makes one', async () => {
  const [departments, sales] = [office.departments, office.departments.sales]
  const row = {
    id: 'a',
    module: 'contacts',
    kind: 'department',
    department: sales,
    variant: 'write',
    since: '',
    reason: '',
  } as const
  const at = (ago: number) => new Date(now.getTime() - ago * day)
  const tree = [
    { id: sales, key: 'sales' },
    { id: departments.east, key: 'east', parent: sales },
  ]
  const emil = {
    id: office.people.emil,
    roles: ['member'] as const,
    departmentId: departments.east,
  }
  const pilot = { module: 'contacts', at: at(60), audiences: [{ ...row, state: 'pilot' as const }] }
  const all = { module: 'contacts', at: at(5), audiences: [{ ...row, state: 'on' as const }] }
  const off = { module: 'contacts', at: at(20), audiences: [] }
  expect(openSince([pilot, all], tree, emil)).toEqual(at(60))
  expect(openSince([pilot, off, all], tree, emil)).toEqual(at(5))
  expect(openSince([pilot, off], tree, emil)).toBeUndefined()
  expect(openSince([pilot], tree, { ...emil, departmentId: departments.service })).toBeUndefined()
})

test('nothing is measured of people in a company without working days, and nothing breaks', async () => {
  await office.inScope('amy', (scope) =>
    scope.db.execute(sql`
      insert into core.calendar_days (company_id, day, works, name)
      select ${office.company}, d::date, false, 'closed'
      from generate_series(${new Date(now.getTime() - 40 * day)}::timestamptz, ${now}::timestamptz, '1 day') d`),
  )
  expect(await measure()).toBe(0)
})

test('what was measured stays: the application can neither change nor delete it', async () => {
  await measured()
  for (const deed of [
    sql`update flags.adoption_snapshots set value = 100`,
    sql`delete from flags.adoption_snapshots`,
    sql`update flags.adoption_agreements set reason = ''`,
  ])
    await expect(office.inScope('amy', (scope) => scope.db.execute(deed))).rejects.toMatchObject({
      cause: { code: '42501' },
    })
})
