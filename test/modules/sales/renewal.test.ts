import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { monthsLater, shiftDay } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import { saveContract } from '../../../modules/sales/contracts/contracts.ts'
import { readContract } from '../../../modules/sales/contracts/reading.ts'
import { remindOfEnds } from '../../../modules/sales/contracts/reminding.ts'
import { termAfter } from '../../../modules/sales/contracts/terms.ts'
import { readPlan } from '../../../modules/sales/receivables/reading.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { programOf } from '../../setup/program.ts'
import { makeDeal } from './make.ts'
import { idIn, landed, makeAccount, makeContract, registryOf } from './papers.ts'
import { openSalesOffice } from './sales-office.ts'

const list = '/sales/contracts'

let office: Office
let account: string
beforeAll(async () => {
  office = await openSalesOffice()
  account = await makeAccount(office, '东方机械')
})
afterAll(() => office.close())

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))

test('a term follows on the day after, and is as many months long, or as many days', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), fc.nat(900), (from, months, days) => {
      const byMonth = termAfter(from, shiftDay(monthsLater(from, months), -1))
      expect(byMonth.startsOn).toBe(monthsLater(from, months))
      expect(byMonth.endsOn).toBe(shiftDay(monthsLater(byMonth.startsOn, months), -1))
      const to = shiftDay(from, days)
      const next = termAfter(from, to)
      expect(next.startsOn).toBe(shiftDay(to, 1))
      expect(next.endsOn >= next.startsOn).toBe(true)
      expect(next.later(from) > from).toBe(true)
    }),
  )
  expect(termAfter('2026-01-01', '2026-06-30')).toMatchObject({ endsOn: '2026-12-31' })
  expect(termAfter('2024-03-01', '2025-02-28')).toMatchObject({ endsOn: '2026-02-28' })
  expect(termAfter('2026-01-10', '2026-01-19')).toMatchObject({ endsOn: '2026-01-29' })
  expect(termAfter(null, '2026-03-31')).toMatchObject({ endsOn: '2027-03-31' })
})

/** A contract of emil's in force with two instalments, whose year ends in so many days. */
async function ending(days: number): Promise<{ id: string; startsOn: string; endsOn: string }> {
  return office.inScope('emil', async (scope) => {
    const registry = registryOf(office)
    const endsOn = shiftDay(today(scope), days)
    const startsOn = shiftDay(monthsLater(endsOn, -12), 1)
    const id = await makeContract(scope, registry, account, 90_000, [
      [startsOn, 60_000],
      [monthsLater(startsOn, 6), 30_000],
    ])
    const contract = await readContract(scope, id)
    const dealId = await makeDeal(scope, registry, { name: `Renewed ${id}`, accountId: account })
    const values = { ...contract, startsOn, endsOn, remindDays: 30, terms: '先款后货', dealId }
    expect(await saveContract(scope, registry, contract, contract.version, values)).toBe('saved')
    return { id, startsOn, endsOn }
  })
}

const page = async (id: string, who: PersonName = 'emil') =>
  (await office.as(who).get(`${list}/${id}`)).text()
const renew = (id: string, who: PersonName = 'emil', once = crypto.randomUUID()) =>
  office.as(who).post(`${list}/${id}/renew`, { _once: once })
const read = (id: string) => office.inScope('emil', (scope) => readContract(scope, id))
const followOns = (id: string) =>
  office.inScope('amy', ({ db }) =>
    db.execute<{ id: string; state: string }>(sql`
      select id, state from sales.contracts where renews_id = ${id} order by id`),
  )
const remind = () => office.inScope('amy', (scope) => remindOfEnds(scope))
const told = (id: string) =>
  office.inScope('amy', async ({ db }) => {
    const rows = await db.execute(sql`
      select from core.notifications where kind = 'sales.contract-ends' and record_id = ${id}`)
    return rows.length
  })

test('from the page of a contract that ends soon one press makes the one that follows on, and each names the other', async () => {
  const { id, startsOn, endsOn } = await ending(20)
  expect(await page(id)).toContain('data-testid="renew"')
  const made = idIn(landed(await renew(id)))
  const [old, next] = [await read(id), await read(made)]
  const { name, accountId, dealId, currency, totalMinor, remindDays, terms, ownerId } = old
  expect(next).toMatchObject({
    ...{ name, accountId, dealId, currency, totalMinor, remindDays, terms, ownerId },
    ...{ renewsId: id, stored: 'draft', signedOn: null, receivedMinor: 0 },
    ...{ startsOn: shiftDay(endsOn, 1), endsOn: monthsLater(endsOn, 12) },
  })
  expect(dealId).not.toBeNull()
  expect(next.number).not.toBe(old.number)
  const plan = await office.inScope('emil', (scope) => readPlan(scope, made))
  expect(plan.map(({ dueOn, amountMinor, status }) => [dueOn, amountMinor, status])).toEqual([
    [monthsLater(startsOn, 12), 60_000, 'waiting'],
    [monthsLater(monthsLater(startsOn, 6), 12), 30_000, 'waiting'],
  ])
  const before = await page(id)
  expect(before).toContain(`Renewed by</dt><dd><a href="${list}/${made}">${next.number}`)
  expect(before).toContain('renewed the contract')
  expect(before).not.toContain('data-testid="renew"')
  expect(await page(made)).toContain(`Renews</dt><dd><a href="${list}/${id}">${old.number}`)
})

test('a second press, and two who renew at once, make one', async () => {
  const { id } = await ending(10)
  const once = crypto.randomUUID()
  const [first, second] = await Promise.all([renew(id, 'emil', once), renew(id, 'emil', once)])
  expect(landed(first)).toBe(landed(second))
  const other = await ending(10)
  const both = await Promise.all([renew(other.id), renew(other.id, 'lin')])
  const places = both.map(landed)
  expect(places.filter((to) => to === `${list}/${other.id}`)).toHaveLength(1)
  for (const one of [id, other.id]) expect(await followOns(one)).toHaveLength(1)
  expect(landed(await renew(id))).toBe(`${list}/${id}`)
  expect(await followOns(id)).toHaveLength(1)
})

test('a lead renews for its owner, and nobody renews what is out of reach, not in force or without an end', async () => {
  const { id } = await ending(15)
  expect((await renew(id, 'sun')).status).toBe(404)
  const made = idIn(landed(await renew(id, 'lin')))
  expect((await read(made)).ownerId).toBe(office.people.emil)
  expect(landed(await renew(made))).toBe(`${list}/${made}`)
  const endless = await office.inScope('emil', (scope) =>
    makeContract(scope, registryOf(office), account, 100),
  )
  expect(await page(endless)).not.toContain('/renew"')
  expect(landed(await renew(endless))).toBe(`${list}/${endless}`)
  for (const one of [made, endless]) expect(await followOns(one)).toHaveLength(0)
})

test('its owner is reminded of a contract that ends, and no more once another follows on', async () => {
  const [left, renewed] = [await ending(25), await ending(25)]
  landed(await renew(renewed.id))
  await remind()
  expect([await told(left.id), await told(renewed.id)]).toEqual([1, 0])
  const [notice] = await office.inScope('emil', ({ db }) =>
    db.execute<{ id: string }>(sql`select id from core.notifications
      where kind = 'sales.contract-ends' and record_id = ${left.id}`),
  )
  const opened = await office.as('emil').post(`/notifications/${notice?.id}/open`)
  expect(landed(opened)).toBe(`${list}/${left.id}`)
  const ids = async () =>
    [
      ...(await (await office.as('emil').get(`${list}?ending=1`)).text()).matchAll(
        /contracts\/([0-9a-f-]{36})"/g,
      ),
    ].map(([, id]) => id)
  expect(await ids()).toContain(left.id)
  expect(await ids()).not.toContain(renewed.id)
})

test('where what followed on was made void, the contract can be renewed again', async () => {
  const { id } = await ending(5)
  const made = idIn(landed(await renew(id)))
  landed(await office.as('emil').post(`${list}/${made}/void`, {}))
  expect(await page(id)).toContain('data-testid="renew"')
  landed(await renew(id))
  expect((await followOns(id)).map(({ state }) => state)).toEqual(['void', 'draft'])
})

test('programs see which contract one renews', async () => {
  const { id } = await ending(12)
  const made = idIn(landed(await renew(id)))
  const program = await programOf(office.app, office, 'emil')
  expect((await program.get(`/contracts/${made}`)).body).toMatchObject({ renewsId: id })
  expect((await program.get(`/contracts/${id}`)).body).toMatchObject({ renewsId: null })
})
