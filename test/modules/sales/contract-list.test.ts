import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shiftDay } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import { readContract } from '../../../modules/sales/contracts/reading.ts'
import { remindOfEnds } from '../../../modules/sales/contracts/reminding.ts'
import { recordReceipt } from '../../../modules/sales/receivables/receipts.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { landed, makeAccount, makeContract, registryOf } from './papers.ts'
import { openSalesOffice } from './sales-office.ts'

const list = '/sales/contracts'
let office: Office
let [small, late, done] = ['', '', '']
beforeAll(async () => {
  office = await openSalesOffice()
  const account = await makeAccount(office, '东方机械')
  const make = (total: number, name: string, plan: [string, number][] = []) =>
    office.inScope('emil', async (scope) => {
      const id = await makeContract(scope, registryOf(office), account, total, plan)
      await scope.db.execute(sql`
        update sales.contracts set name = ${name}, sort_name = lower(${name}),
          name_key = lower(${name}), search = lower(${name}) where id = ${id}`)
      return id
    })
  small = await make(10_000, 'Small')
  late = await make(500_000, 'Late', [['2020-01-31', 500_000]])
  done = await make(300_000, 'Done')
  await office.inScope('emil', (scope) =>
    recordReceipt(scope, registryOf(office), done, {
      ...{ receivedOn: '2026-05-01', amountMinor: 300_000, instalmentId: null },
      ...{ method: '', reference: '', note: '' },
    }),
  )
})
afterAll(() => office.close())

/** Which contracts a list shows, in its order. */
async function shown(params: Record<string, string>, who: PersonName = 'emil'): Promise<string[]> {
  const answer = await office.as(who).get(`${list}?${new URLSearchParams(params)}`)
  expect(answer.status).toBe(200)
  return [...(await answer.text()).matchAll(/>(Small|Late|Done)<\/a>/g)].map(
    ([, name = '']) => name,
  )
}

test('contracts are sorted, filtered by how they stand and by conditions that combine', async () => {
  expect(await shown({})).toEqual(['Done', 'Late', 'Small'])
  expect(await shown({ sort: 'number' })).toEqual(['Small', 'Late', 'Done'])
  expect(await shown({ late: '1' })).toEqual(['Late'])
  expect(await shown({ owing: '1' })).toEqual(['Late', 'Small'])
  expect(await shown({ stands: 'draft' })).toEqual([])
  expect(await shown({ where: '1*all*total.range.2000.4000' })).toEqual(['Done'])
  expect(await shown({ where: '1*any*total.range..150*name.contains.Lat' })).toEqual([
    'Late',
    'Small',
  ])
  expect(await shown({ q: 'mall' })).toEqual(['Small'])
  expect(await shown({}, 'sun')).toEqual([])
})

test('many are tagged, given away and archived at once; who may not see them may do none of it', async () => {
  const emil = office.as('emil')
  expect((await office.as('sun').post(`${list}/tag`, { id: small, name: 'vip' })).status).toBe(404)
  landed(await emil.post(`${list}/tag`, { id: small, name: 'vip' }))
  expect(await shown({ tag: 'vip' })).toEqual(['Small'])
  expect(await (await emil.get(`${list}/${small}`)).text()).toContain('vip')
  const lin = office.as('lin')
  landed(await lin.post(`${list}/assign`, { id: done, owner: office.people.lin, department: '' }))
  expect(await shown({})).toEqual(['Late', 'Small'])
  expect(await shown({ owner: 'me' }, 'lin')).toEqual(['Done'])
  landed(await emil.post(`${list}/bulk`, { id: small, do: 'archive' }))
  expect(await shown({})).toEqual(['Late'])
  expect(await shown({ archived: '1' })).toEqual(['Small'])
  const total = await (await lin.get(list)).text()
  expect(total).toContain('2 in all')
  landed(await emil.post(`${list}/${small}/restore`, {}))
  expect(await shown({})).toEqual(['Late', 'Small'])
})

test('whoever moves the end of a contract is reminded of it anew, whichever way it was moved', async () => {
  const remind = () => office.inScope('amy', (scope) => remindOfEnds(scope))
  const told = () =>
    office.inScope('amy', async (scope) => {
      const rows = await scope.db.execute(sql`
        select from core.notifications where kind = 'sales.contract-ends' and record_id = ${late}`)
      return rows.length
    })
  const endIn = (days: number) =>
    office.inScope('emil', async (scope) => {
      const endsOn = shiftDay(today(scope), days)
      await scope.db.execute(sql`
        update sales.contracts set ends_on = ${endsOn}, remind_days = 30 where id = ${late}`)
    })
  await endIn(10)
  await remind()
  await remind()
  expect(await told()).toBe(1)
  await endIn(90)
  await remind()
  expect(await told()).toBe(1)
  await endIn(20)
  await remind()
  expect(await told()).toBe(2)
  expect((await office.inScope('emil', (scope) => readContract(scope, late))).stored).toBe('active')
})
