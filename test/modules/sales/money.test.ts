import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { today } from '../../../core/calendar/reading.ts'
import { readTogether } from '../../../core/db/together.ts'
import { accountMoney } from '../../../modules/sales/contracts/account-money.ts'
import { readContract, readContractList } from '../../../modules/sales/contracts/reading.ts'
import { readAgeing } from '../../../modules/sales/receivables/ageing-reading.ts'
import { balanceOf } from '../../../modules/sales/receivables/balance.ts'
import {
  changeInstalment,
  planInstalment,
  voidInstalment,
} from '../../../modules/sales/receivables/instalments.ts'
import { readPlan, receiptsOf } from '../../../modules/sales/receivables/reading.ts'
import { recordReceipt, voidReceipt } from '../../../modules/sales/receivables/receipts.ts'
import { tellOverdue } from '../../../modules/sales/receivables/reminding.ts'
import { instalmentStatus } from '../../../modules/sales/receivables/status.ts'
import type { Office } from '../../setup/office.ts'
import { countRows, landed, makeAccount, makeContract, registryOf } from './papers.ts'
import { openSalesOffice } from './sales-office.ts'

let office: Office
let account: string
beforeAll(async () => {
  office = await openSalesOffice()
  account = await makeAccount(office, '东方机械')
})
afterAll(() => office.close())

const make = (totalMinor: number, plan: [string, number][] = [], currency?: string) =>
  office.inScope('emil', (scope) =>
    makeContract(scope, registryOf(office), account, totalMinor, plan, currency),
  )
const receipt = (amountMinor: number, instalmentId: string | null = null) => ({
  ...{ receivedOn: '2026-05-01', amountMinor, instalmentId },
  ...{ method: '', reference: '', note: '' },
})

type Step = {
  deed: 'plan' | 'receive' | 'change' | 'void' | 'let-go'
  at: number
  amount: number
}

const amount = fc.integer({ min: 1, max: 4_000 })
const step: fc.Arbitrary<Step> = fc.record({
  deed: fc.constantFrom('plan', 'receive', 'receive', 'change', 'void', 'let-go'),
  at: fc.nat(9),
  amount,
})

test('whatever is planned, paid, changed and voided: contract, instalments, receipts, account and ageing agree', async () => {
  const registry = registryOf(office)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const own = await makeAccount(office, `客户 ${crypto.randomUUID()}`)
      await office.inScope('emil', async (scope) => {
        const id = await makeContract(scope, registry, own, 10_000)
        for (const one of steps) {
          const plan = (await readPlan(scope, id)).filter(({ status }) => status !== 'void')
          const all = await receiptsOf(scope, id)
          if (one.deed === 'plan')
            await planInstalment(scope, registry, id, {
              ...{ dueOn: '2020-01-31', amountMinor: one.amount, note: '' },
            })
          else if (one.deed === 'receive')
            await recordReceipt(scope, registry, id, receipt(one.amount, plan.at(-1)?.id))
          else if (one.deed === 'void') {
            const voided = all[one.at % Math.max(1, all.length)]
            if (voided) await voidReceipt(scope, registry, voided.id)
          } else {
            const target = plan[one.at % Math.max(1, plan.length)]
            if (!target) continue
            if (one.deed === 'let-go') await voidInstalment(scope, registry, target)
            else
              await changeInstalment(scope, registry, target, target.version, {
                ...{ dueOn: target.dueOn, amountMinor: one.amount, note: '' },
              })
          }
        }
        const contract = await readContract(scope, id)
        const plan = await readPlan(scope, id)
        const receipts = (await receiptsOf(scope, id)).map(({ amountMinor, voidedAt }) => ({
          amountMinor,
          isVoid: voidedAt !== null,
        }))
        const { totalMinor, balanceMinor, receivedMinor } = contract
        expect(balanceMinor).toBe(balanceOf({ totalMinor, receipts }))
        expect(receivedMinor).toBe(totalMinor - balanceMinor)
        const live = plan.filter(({ status }) => status !== 'void')
        const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 0)
        const open = sum(live.map(({ amountMinor, paidMinor }) => amountMinor - paidMinor))
        const rest = receivedMinor - sum(live.map(({ paidMinor }) => paidMinor))
        // Money lies idle only where no instalment is open.
        expect(Math.min(open, rest)).toBe(0)
        for (const row of plan) {
          const due = { ...row, isVoid: row.status === 'void' }
          expect(row.status).toBe(instalmentStatus(due, today(scope)))
        }
        const { money } = await readTogether(scope.db, { money: accountMoney(scope, own) })
        expect(money).toMatchObject([{ receivedMinor, balanceMinor, overdueMinor: open }])
        // Never is more planned than the contract, nor more overdue than is to be paid.
        expect(sum(live.map(({ amountMinor }) => amountMinor))).toBeLessThanOrEqual(totalMinor)
        expect(open).toBeLessThanOrEqual(balanceMinor)
        const listed = await readContractList(scope, {
          ...{ query: contract.number, state: 'all', cursor: undefined },
        })
        expect(listed.page.rows[0]?.balanceMinor).toBe(balanceMinor)
        await scope.db.execute(sql`
          update sales.contracts set archived_at = now() where id <> ${id}`)
        const [owed] = await readAgeing(scope)
        expect(owed?.total ?? 0).toBe(balanceMinor)
        expect(owed?.over90 ?? 0).toBe(open)
        expect((owed?.unplanned ?? 0) + (owed?.over90 ?? 0)).toBe(owed?.total ?? 0)
      })
    }),
    { numRuns: 12 },
  )
})

test('Emil plans no more than the contract, is told what is left, and may still lower what is too much', async () => {
  const id = await make(100_000, [['2020-01-31', 60_000]])
  const emil = office.as('emil')
  const plan = (amount: string) =>
    emil.post(`/sales/contracts/${id}/instalments`, { dueOn: '2026-11-01', amount })
  const refused = await plan('400.01')
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(html).toContain('Type at most £400.00')
  expect(html).toContain('value="400.01"')
  landed(await plan('400'))
  const [first] = await office.inScope('emil', (scope) => readPlan(scope, id))
  const change = (amount: string, version: number) =>
    emil.post(`/sales/contracts/instalments/${first?.id}`, {
      ...{ dueOn: '2020-01-31', amount, version: String(version) },
    })
  expect((await change('600.01', 1)).status).toBe(422)
  landed(await change('599', 1))
  // The form for what comes in proposes the first instalment that is open, never more than is to be paid.
  expect(await (await emil.get(`/sales/contracts/${id}/receipts/new`)).text()).toContain(
    'value="£599.00"',
  )
  const { total } = await office.inScope('emil', async (scope) => ({
    total: (await readPlan(scope, id)).reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  }))
  expect(total).toBe(99_900)
})

test('a contract whose total was lowered below its instalments does not go in force, and a draft has nothing overdue', async () => {
  const id = await make(100_000, [['2020-01-31', 60_000]])
  const emil = office.as('emil')
  const page = async () => (await emil.get(`/sales/contracts/${id}`)).text()
  expect(await page()).toMatch(/data-testid="plan"[\s\S]*Overdue/)
  landed(await emil.post(`/sales/contracts/${id}/reopen`))
  expect(await page()).toMatch(/data-testid="plan"(?![\s\S]*Overdue<)/)
  await office.inScope('emil', ({ db }) =>
    db.execute(sql`update sales.contracts set total_minor = 50000 where id = ${id}`),
  )
  landed(await emil.post(`/sales/contracts/${id}/release`))
  expect(await page()).toContain('The instalments are £100.00 more than the contract. Lower')
  const { stored } = await office.inScope('emil', (scope) => readContract(scope, id))
  expect(stored).toBe('draft')
})

test('Emil records what came in at the contract; more than is left is refused with what is left', async () => {
  const id = await make(100_000, [
    ['2099-06-30', 60_000],
    ['2099-09-30', 40_000],
  ])
  const emil = office.as('emil')
  const form = { amount: '700', receivedOn: '2026-05-02' }
  landed(await emil.post(`/sales/contracts/${id}/receipts`, form))
  const plan = await office.inScope('emil', (scope) => readPlan(scope, id))
  expect(plan.map(({ status, paidMinor }) => [status, paidMinor])).toEqual([
    ['done', 60_000],
    ['part-paid', 10_000],
  ])
  const more = await emil.post(`/sales/contracts/${id}/receipts`, { ...form, amount: '300.01' })
  expect(more.status).toBe(422)
  expect(await more.text()).toContain('300.00')
  const wrong = await emil.post(`/sales/contracts/${id}/receipts`, { ...form, amount: 'USD 5' })
  expect(wrong.status).toBe(422)
})

test('two who record the last instalment at once: one is taken, the other is told what is left', async () => {
  const id = await make(5_000)
  const [one, other] = await Promise.all(
    ['emil', 'lin'].map((name) =>
      office.inScope(name as 'emil' | 'lin', (scope) =>
        recordReceipt(scope, registryOf(office), id, receipt(5_000)),
      ),
    ),
  )
  const taken = [one, other].filter((made) => made && 'id' in made)
  expect(taken).toHaveLength(1)
  expect([one, other]).toContainEqual({ tooMuch: 0 })
})

test('amounts of another currency stand beside the firm’s own and are never added to it', async () => {
  await make(9_900, [], 'JPY')
  const rows = await office.inScope('emil', (scope) => readAgeing(scope))
  expect(rows.find(({ currency }) => currency === 'JPY')?.total).toBe(9_900)
  const page = await (await office.as('emil').get('/sales/receivables')).text()
  expect(page).toContain('JP¥9,900')
})

test('what is overdue is told once, to the owner and to who leads the department, and to nobody else', async () => {
  const id = await make(2_000, [['2020-01-31', 2_000]])
  const run = () =>
    office.inScope('amy', (scope) =>
      tellOverdue({ ...scope, actorId: null }, {}, registryOf(office)),
    )
  await run()
  await run()
  const told = await office.inScope('amy', (scope) =>
    scope.db.execute<{ person: string }>(sql`
      select user_id as person from core.notifications
      where kind = 'sales.overdue' and record_id = ${id} order by 1`),
  )
  const { lin, emil } = office.people
  expect(told.map(({ person }) => person).sort()).toEqual([lin, emil].sort())
})

test('a contract whose term is over is in force no more, in the list and for programs', async () => {
  const [over, lasting] = [await make(1_000), await make(1_000)]
  await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`update sales.contracts set ends_on = '2020-12-31'
      where company_id = ${company.id} and id = ${over}`),
  )
  const listed = (state: 'active' | 'expired') =>
    office.inScope('emil', async (scope) => {
      const { page } = await readContractList(scope, { query: '', state, cursor: undefined })
      return page.rows.map(({ id }) => id)
    })
  const shown = async (stands: string) =>
    (await office.as('emil').get(`/sales/contracts?stands=${stands}`)).text()
  expect(await listed('active')).toContain(lasting)
  expect(await listed('active')).not.toContain(over)
  expect(await listed('expired')).toEqual([over])
  expect(await shown('expired')).toContain(over)
  expect(await shown('active')).not.toContain(over)
})

test('a contract out of reach answers for all its money as one that does not exist', async () => {
  const id = await make(1_000, [['2099-01-01', 1_000]])
  const sun = office.as('sun')
  const [instalment] = await office.inScope('emil', (scope) => readPlan(scope, id))
  for (const path of [`${id}`, `${id}/instalments/new`, `${id}/receipts/new`, `${id}/invoices/new`])
    expect((await sun.get(`/sales/contracts/${path}`)).status).toBe(404)
  expect((await sun.get(`/sales/contracts/instalments/${instalment?.id}`)).status).toBe(404)
  const before = await office.inScope('amy', (scope) => countRows(scope, 'receipts'))
  const form = { amount: '1', receivedOn: '2026-05-02' }
  expect((await sun.post(`/sales/contracts/${id}/receipts`, form)).status).toBe(404)
  expect(await office.inScope('amy', (scope) => countRows(scope, 'receipts'))).toBe(before)
})

test('an invoice to a firm needs a tax number that proves itself, and never asks for more than the contract', async () => {
  const id = await make(100_000)
  const emil = office.as('emil')
  const ask = (over: Record<string, string>) =>
    emil.post(`/sales/contracts/${id}/invoices`, {
      ...{ payer: 'firm', kind: 'special', title: '东方机械', amount: '600' },
      ...over,
    })
  for (const taxNumber of ['', '91330200MA2XXXXX0', '91350100M000100Y44'])
    expect((await ask({ taxNumber })).status).toBe(422)
  landed(await ask({ taxNumber: '91350100M000100Y43' }))
  expect((await ask({ taxNumber: '91350100M000100Y43' })).status).toBe(422)
  expect((await ask({ payer: 'person', taxNumber: '', kind: 'special' })).status).toBe(422)
  const page = await (await emil.get(`/sales/contracts/${id}/invoices/new`)).text()
  expect(page).toContain('value="91350100M000100Y43"')
})
