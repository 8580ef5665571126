import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordReceipt, voidReceipt } from '../../../modules/sales/receivables/receipts.ts'
import { firstOf } from '../../../modules/sales/targets/form.ts'
import {
  attainment,
  reachedBy,
  type Target,
  targetOf,
  type Who,
} from '../../../modules/sales/targets/measures.ts'
import { readReached } from '../../../modules/sales/targets/reading.ts'
import { stretchesOf } from '../../../modules/sales/targets/stretches.ts'
import type { Office } from '../../setup/office.ts'
import { makeDeal, stageOf } from './make.ts'
import { makeAccount, makeContract, registryOf } from './papers.ts'
import { openSalesOffice } from './sales-office.ts'

const firm: Who[] = [
  { id: 'sales', name: '销售部', kind: 'department', parent: null },
  { id: 'east', name: '华东组', kind: 'department', parent: 'sales' },
  { id: 'emil', name: '艾米尔', kind: 'person', parent: 'sales' },
  { id: 'anna', name: '安娜', kind: 'person', parent: 'east' },
  { id: 'ben', name: '贝恩', kind: 'person', parent: 'east' },
]
const people = ['emil', 'anna', 'ben']
const months = ['2026-01-01', '2026-02-01', '2026-03-01']
const quarter = (targets: Target[], who: string) => targetOf(targets, firm, who, '2026-01-01', 3)

const monthly = fc.array(
  fc.record({
    who: fc.constantFrom(...people),
    startsOn: fc.constantFrom(...months),
    months: fc.constant(1 as const),
    value: fc.integer({ min: 0, max: 1_000_000 }),
  }),
  { maxLength: 9 },
)
const oncePer = (targets: Target[]) => [
  ...new Map(targets.map((one) => [`${one.who} ${one.startsOn}`, one])).values(),
]

test('what nobody set for a department is what its people are to reach, month by month', () => {
  fc.assert(
    fc.property(monthly, (drawn) => {
      const targets = oncePer(drawn)
      const all = targets.reduce((sum, { value }) => sum + value, 0)
      expect(quarter(targets, 'sales')).toBe(targets.length > 0 ? all : undefined)
    }),
  )
})

test('what is set for a quarter or a department stands, whatever lies below it', () => {
  fc.assert(
    fc.property(monthly, fc.nat(1_000_000), (drawn, value) => {
      const own: Target = { who: 'east', startsOn: '2026-01-01', months: 3, value }
      const targets = [...oncePer(drawn), own]
      expect(quarter(targets, 'east')).toBe(value)
      expect(quarter(targets, 'sales')).toBe(
        value +
          (quarter(
            oncePer(drawn).filter(({ who }) => who === 'emil'),
            'emil',
          ) ?? 0),
      )
    }),
  )
})

test('what is reached goes up once', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...people), fc.nat(1_000_000)), (drawn) => {
      const actual = new Map(Object.entries(drawn))
      const all = Object.values(drawn).reduce((sum, one) => sum + one, 0)
      expect(reachedBy(actual, firm, 'sales')).toBe(all)
    }),
  )
  expect(attainment(50, 200)).toBe(25)
  expect(attainment(50, 0)).toBeUndefined()
  expect(attainment(50, undefined)).toBeUndefined()
})

let office: Office
beforeAll(async () => {
  office = await openSalesOffice()
})
afterAll(() => office?.close())

test('lin sets what emil is to win; his page says how much of it he has', async () => {
  const { emil } = office.people
  const year = new Date().getUTCFullYear()
  const month = new Date().getUTCMonth() + 1
  const lin = office.as('lin')
  const form = { measure: 'won', year: String(year), who: emil, [`m${month}`]: '£1,000' }
  expect((await lin.post('/sales/targets/set', { ...form, m1: 'lots' })).status).toBe(422)
  expect((await lin.post('/sales/targets/set', form)).status).toBe(303)
  await office.inScope('emil', async (scope) => {
    const { registry } = office.app.product
    const won = await stageOf(scope, 'won')
    const id = await makeDeal(scope, registry, {
      ...{ name: 'Pumps', amount: { minor: 25_000, currency: scope.company.currency } },
    })
    await scope.db.execute(`update sales.deals set stage_id = '${won.id}', outcome = 'won',
      closed_on = current_date where id = '${id}'`)
  })
  const page = await (await office.as('emil').get('/sales/targets')).text()
  expect(page).toContain('£250 / £1,000 · 25%')
  expect(await (await lin.get('/sales/targets')).text()).toContain('£250 / £1,000 · 25%')
  expect(await (await office.as('sun').get('/sales/targets')).text()).not.toContain('艾米尔')
  for (const who of ['emil', 'sun'] as const)
    expect((await office.as(who).post('/sales/targets/set', form)).status).toBe(404)
  const stranger = { ...form, who: office.people.sun }
  expect((await lin.post('/sales/targets/set', stranger)).status).toBe(404)
})

test('the months or quarters of a year make up the whole of it, each day once', () => {
  for (const per of [1, 3] as const) {
    const [whole, ...rest] = stretchesOf(2026, per).reverse()
    const months = rest.reverse().flatMap((one) => one.months)
    expect(months).toEqual(whole?.months)
    expect(rest[0]?.from).toBe('2026-01-01')
    expect(rest.at(-1)?.to).toBe('2026-12-31')
    expect([whole?.from, whole?.to]).toEqual(['2026-01-01', '2026-12-31'])
  }
})

const received = fc.record({
  amount: fc.integer({ min: 1, max: 900 }),
  month: fc.integer({ min: 1, max: 12 }),
  isVoid: fc.boolean(),
})

test('an amount received is the sum of the receipts that are not void, by person, month, quarter and department, and opens them', async () => {
  const { emil, lin } = office.people
  const registry = registryOf(office)
  const account = await makeAccount(office, '东方机械')
  const year = 2024
  const target = { measure: 'received', year: String(year), who: emil, m1: '£100' }
  expect((await office.as('lin').post('/sales/targets/set', target)).status).toBe(303)
  let all: { amount: number; month: number }[] = []
  await fc.assert(
    fc.asyncProperty(fc.array(received, { maxLength: 4 }), async (drawn) => {
      await office.inScope('emil', async (scope) => {
        const id = await makeContract(scope, registry, account, 5_000)
        // What came in another currency is never added.
        const foreign = await makeContract(scope, registry, account, 5_000, [], 'JPY')
        for (const { amount, month, isVoid } of drawn) {
          const receivedOn = `${year}-${String(month).padStart(2, '0')}-15`
          const values = { receivedOn, instalmentId: null, method: '', reference: '', note: '' }
          const made = await recordReceipt(scope, registry, id, { ...values, amountMinor: amount })
          await recordReceipt(scope, registry, foreign, { ...values, amountMinor: amount })
          if (isVoid && 'id' in made) await voidReceipt(scope, registry, made.id)
        }
        all = [...all, ...drawn.filter(({ isVoid }) => !isVoid)]
        const reached = await readReached(scope, 'received', year)
        for (const month of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) {
          const sum = all
            .filter((one) => one.month === month)
            .reduce((so, one) => so + one.amount, 0)
          expect(reached.get(firstOf(year, month))?.get(emil) ?? 0).toBe(sum)
        }
      })
    }),
    { numRuns: 8 },
  )
  const address = `/sales/targets?measure=received&year=${year}`
  const page = await (await office.as('lin').get(address)).text()
  const first = all.filter(({ month }) => month <= 3)
  const drill = `/sales/receipts?whose=${emil}&amp;period=${year}-01-01..${year}-03-31`
  if (first.length > 0) expect(page).toContain(drill)
  const list = await (await office.as('lin').get(drill.replace('&amp;', '&'))).text()
  expect(list.match(/data-testid="row"/g)?.length ?? 0).toBe(Math.min(50, first.length))
  expect(await (await office.as('lin').get(`${address}&per=month`)).text()).toContain(
    `whose=${emil}`,
  )
  const unreached = await office.as('sun').get(`/sales/receipts?whose=${emil}`)
  expect((await unreached.text()).match(/data-testid="row"/g)).toBeNull()
  expect(lin).not.toBe(emil)
})
