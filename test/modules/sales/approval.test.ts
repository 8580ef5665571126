import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { today } from '../../../core/calendar/reading.ts'
import { stepsFor } from '../../../modules/sales/approval/steps.ts'
import { readQuote } from '../../../modules/sales/quotes/reading.ts'
import { readReceipt } from '../../../modules/sales/receivables/reading.ts'
import { recordReceipt } from '../../../modules/sales/receivables/receipts.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { idIn, landed, makeAccount, makeContract, registryOf } from './papers.ts'
import { openSalesOffice } from './sales-office.ts'

let office: Office
let account: string
beforeAll(async () => {
  office = await openSalesOffice()
  account = await makeAccount(office, '东方机械')
})
afterAll(() => office.close())

/** A quote of Emil's with more discount than he gives alone, sent for approval. @returns quote, approval */
async function ask(discount = '15'): Promise<{ quote: string; approval: string }> {
  const emil = office.as('emil')
  const quote = landed(
    await emil.post('/sales/quotes', {
      ...{ account: '东方机械', currency: 'CNY', taxing: 'included', validUntil: '2099-12-31' },
      ...{ 'line-0-product': '咨询', 'line-0-price': '1000', 'line-0-discount': discount },
    }),
  )
  landed(await emil.post(`${quote}/release`, { reason: '老客户' }))
  const page = await (await emil.get(quote)).text()
  const approval = /\/sales\/approvals\/[0-9a-f-]{36}/.exec(page)?.[0] ?? ''
  return { quote, approval }
}

const stateOf = (quote: string) =>
  office.inScope('emil', async (scope) => (await readQuote(scope, idIn(quote))).state)
const approve = (name: PersonName, approval: string, over: Record<string, string> = {}) =>
  office.as(name).post(approval, { step: '1', verdict: 'approved', comment: '', ...over })

test('Lin, who leads, is told and approves; Emil cannot approve what he asked for, Sun sees nothing of it', async () => {
  const { quote, approval } = await ask()
  expect(await stateOf(quote)).toBe('waiting')
  expect(await (await office.as('lin').get('/')).text()).toContain('approval-card')
  expect((await approve('emil', approval)).status).toBe(404)
  expect((await office.as('sun').get(approval)).status).toBe(404)
  expect((await approve('sun', approval)).status).toBe(404)
  expect(await stateOf(quote)).toBe('waiting')
  landed(await approve('lin', approval))
  expect(await stateOf(quote)).toBe('open')
})

test('two approve at once: one wins, the other is told, and it is decided once', async () => {
  const { quote, approval } = await ask()
  await Promise.all([approve('lin', approval), approve('amy', approval)])
  expect(await stateOf(quote)).toBe('open')
  const decisions = await office.inScope('amy', (scope) =>
    scope.db.execute(sql`
      select from sales.approval_decisions where approval_id = ${idIn(approval)}`),
  )
  expect(decisions).toHaveLength(1)
  const late = landed(await approve('amy', approval, { verdict: 'returned', comment: '不行' }))
  expect(late).toBe(approval)
  expect(await stateOf(quote)).toBe('open')
})

test('sent back needs a comment, and the quote is a draft again that shows it', async () => {
  const { quote, approval } = await ask()
  const silent = await approve('lin', approval, { verdict: 'returned' })
  expect(silent.status).toBe(422)
  landed(await approve('lin', approval, { verdict: 'returned', comment: '请降到一成' }))
  expect(await stateOf(quote)).toBe('draft')
  expect(await (await office.as('emil').get(quote)).text()).toContain('请降到一成')
})

test('while Lin is away Sun decides in her place, and the decision names both; back again, he cannot', async () => {
  const [lin, amy] = [office.as('lin'), office.as('amy')]
  landed(await lin.post('/sales/approvals/deputy', { deputy: office.people.sun }))
  const early = await ask()
  expect((await approve('sun', early.approval)).status).toBe(404)
  const day = await office.inScope('lin', async (scope) => today(scope))
  landed(await amy.post('/absences', { person: office.people.lin, from: day }))
  const first = await ask()
  landed(await approve('sun', first.approval))
  expect(await stateOf(first.quote)).toBe('open')
  const page = await (await lin.get(first.approval)).text()
  expect(page).toMatch(/孙悦.*林岚/s)
  expect(await (await lin.get('/sales/approvals/deputy')).text()).toContain('data-testid="away"')
  const [, back = ''] =
    /action="(\/absences\/[^"]+\/drop)"/.exec(await (await amy.get('/absences')).text()) ?? []
  landed(await amy.post(back))
  const second = await ask()
  expect((await approve('sun', second.approval)).status).toBe(404)
  landed(await lin.post('/sales/approvals/deputy', { deputy: '' }))
})

test('rules name one or two steps by amount and department, the nearest first', () => {
  const rule = {
    object: 'sales.contract',
    step: 1,
    departmentId: null,
    overMinor: 0,
    approverId: null,
  }
  const rules = [
    rule,
    { ...rule, overMinor: 10_000, approverId: 'amy' },
    { ...rule, departmentId: 'sales', overMinor: 5_000, approverId: 'lin' },
    { ...rule, step: 2, overMinor: 100_000, approverId: 'amy' },
    { ...rule, object: 'sales.quote', approverId: 'sun' },
  ]
  const steps = (amountMinor: number, departments: string[]) =>
    stepsFor(rules, { object: 'sales.contract', amountMinor, departments }).map(
      ({ approverId }) => approverId,
    )
  expect(steps(1_000, ['east', 'sales'])).toEqual([null])
  expect(steps(20_000, ['east', 'sales'])).toEqual(['lin'])
  expect(steps(20_000, ['service'])).toEqual(['amy'])
  expect(steps(100_000, ['east', 'sales'])).toEqual(['lin', 'amy'])
})

test('a contract goes through both steps that the rules name, in their order', async () => {
  const amy = office.as('amy')
  for (const [step, approver] of [
    ['1', office.people.lin],
    ['2', office.people.amy],
  ] as const)
    landed(
      await amy.post('/sales/settings/rules', {
        ...{ object: 'sales.contract', step, over: '1000', approver, department: '' },
      }),
    )
  const emil = office.as('emil')
  const contract = landed(
    await emil.post('/sales/contracts', { account: '东方机械', name: '年度合同', total: '5000' }),
  )
  landed(await emil.post(`${contract}/release`, {}))
  const page = await (await emil.get(contract)).text()
  const approval = /\/sales\/approvals\/[0-9a-f-]{36}/.exec(page)?.[0] ?? ''
  expect((await approve('sun', approval)).status).toBe(404)
  landed(await approve('lin', approval))
  expect(await (await emil.get(contract)).text()).toContain('data-testid="waiting"')
  landed(await approve('amy', approval, { step: '2' }))
  expect(await (await emil.get(contract)).text()).not.toContain('data-testid="waiting"')
})

test('a receipt counts until its voiding is approved, and then what it paid is open again', async () => {
  const made = await office.inScope('emil', async (scope) => {
    const registry = registryOf(office)
    const contract = await makeContract(scope, registry, account, 90_000)
    const values = { receivedOn: '2026-05-01', amountMinor: 90_000, instalmentId: null }
    const blank = { method: '', reference: '', note: '' }
    return recordReceipt(scope, registry, contract, { ...values, ...blank })
  })
  const id = 'id' in made ? made.id : ''
  const emil = office.as('emil')
  expect((await emil.post(`/sales/receipts/${id}/void`, { reason: '' })).status).toBe(422)
  landed(await emil.post(`/sales/receipts/${id}/void`, { reason: '重复登记' }))
  const read = () => office.inScope('emil', (scope) => readReceipt(scope, id))
  expect((await read()).voidedAt).toBeNull()
  const page = await (await emil.get(`/sales/receipts/${id}`)).text()
  const approval = /\/sales\/approvals\/[0-9a-f-]{36}/.exec(page)?.[0] ?? ''
  landed(await approve('lin', approval))
  expect((await read()).voidedAt).not.toBeNull()
})
