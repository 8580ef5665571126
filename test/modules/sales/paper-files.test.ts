import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../core/db/id.ts'
import { choosePattern, takeNumber } from '../../../core/numbering/numbers.ts'
import type { Transfer } from '../../../core/transfer/transfer.ts'
import { columnsOf } from '../../../core/transfer/transfer.ts'
import { contractNumbers } from '../../../modules/sales/contracts/kind.ts'
import { readContract } from '../../../modules/sales/contracts/reading.ts'
import { passKnown } from '../../../modules/sales/papers/passing.ts'
import { readPlan, receiptsOf } from '../../../modules/sales/receivables/reading.ts'
import { recordReceipt } from '../../../modules/sales/receivables/receipts.ts'
import { contractTransfer } from '../../../modules/sales/transfers/contracts.ts'
import { receiptTransfer } from '../../../modules/sales/transfers/receipts.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { countRows, makeAccount, makeContract, registryOf } from './papers.ts'
import { openSalesOffice } from './sales-office.ts'

let office: Office
let account: string
beforeAll(async () => {
  office = await openSalesOffice()
  account = await makeAccount(office, '东方机械')
})
afterAll(() => office.close())

type Typed = Record<string, string>

/** Reads cells as they are typed into a file, and writes them as an import does. */
const bring = (
  transfer: Transfer<'sales'>,
  typed: readonly Typed[],
  { as = 'lin', importId }: { as?: PersonName; importId?: string } = {},
) =>
  office.inScope(as, async (scope) => {
    const columns = await columnsOf(scope, transfer)
    const reading = { region: 'CN', currency: scope.company.currency }
    const rows = typed.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([field, text]) => {
          const parsed = columns.find((one) => one.field === field)?.parse(text, reading)
          if (!parsed?.ok) throw new Error(`${field} does not read ${text}.`)
          return [field, parsed.value]
        }),
      ),
    )
    return transfer.write(scope, registryOf(office), rows, { mode: 'both', importId })
  })

/** What goes out, and the same as cells of a file that comes in again. */
const takeOut = (transfer: Transfer<'sales'>) =>
  office.inScope('lin', async (scope) => {
    const columns = (await columnsOf(scope, transfer)).filter(({ outOnly }) => !outOnly)
    const rows = await transfer.read(scope, new URLSearchParams(), undefined, 1000)
    const cells = rows.map((row) =>
      Object.fromEntries(
        columns.flatMap(({ field, print, cell }) => {
          const value = row[field]
          if (value === null || value === undefined || value === '') return []
          const text = cell?.(value, scope.company.currency) ?? print(value, scope.locale)
          return [[field, text] as const]
        }),
      ),
    )
    return { rows, cells }
  })

const startImport = async () => {
  const id = newId()
  await office.inScope('lin', (scope) =>
    scope.db.execute(sql`
      insert into core.imports (company_id, id, kind, file_name, mapping, started_by)
      select ${scope.company.id}, ${id}, 'x', 'x.csv', '[]', ${scope.user.id}`),
  )
  return id
}

const kinds = (outcomes: readonly { kind: string }[]) => outcomes.map(({ kind }) => kind)
const contractOf = (number: string) =>
  office.inScope('lin', async (scope) => {
    const [row] = await scope.db.execute<{ id: string }>(sql`
      select id from sales.contracts where number = ${number}`)
    return readContract(scope, row?.id ?? '')
  })

test('contracts and receipts come in as people type them; statuses and balances agree afterwards', async () => {
  const made = await bring(contractTransfer, [
    {
      ...{ number: 'HT-01', name: '年度供货', account: '东方机械', total: '1.2万' },
      ...{
        signedOn: '2026年3月5日',
        startsOn: '2026/3/5',
        endsOn: '２０２７-03-04',
        state: '履行中',
      },
    },
    { number: 'HT-02', name: '维保', account: '东方机械', total: '5,000', state: 'draft' },
    { number: 'HT-03', name: '无客户', total: '1' },
    { number: 'HT-04', name: '陌生', account: '没有这家', total: '1' },
    {
      number: 'HT-05',
      name: '倒着',
      account: '东方机械',
      total: '1',
      startsOn: '2026-2-1',
      endsOn: '2026-1-1',
    },
    { number: 'HT-06', name: '审批中', account: '东方机械', total: '1', state: '审批中' },
  ])
  expect(kinds(made)).toEqual([
    ...['created', 'created', 'rejected', 'rejected', 'rejected', 'rejected'],
  ])
  const contract = await contractOf('HT-01')
  expect(contract).toMatchObject({
    totalMinor: 1_200_000,
    signedOn: '2026-03-05',
    stored: 'active',
  })
  const received = await bring(receiptTransfer, [
    { contract: 'HT-01', amount: '7,000', receivedOn: '2026年4月1日', reference: 'A1' },
    { contract: 'HT-01', amount: '5000.01', receivedOn: '2026-04-02' },
    { contract: 'HT-01', amount: '5000', receivedOn: '2026-04-02', number: 'SK-9' },
    { contract: 'HT-01', amount: '0.01', receivedOn: '2026-04-03' },
    { contract: 'HT-02', amount: '1', receivedOn: '2026-04-03' },
    { contract: 'HT-77', amount: '1', receivedOn: '2026-04-03' },
    { contract: 'HT-01', amount: '1', receivedOn: '2999-04-03' },
    { contract: 'HT-01', amount: 'USD 1', receivedOn: '2026-04-03' },
  ])
  expect(kinds(received)).toEqual([
    ...['created', 'rejected', 'created', ...Array.from({ length: 5 }, () => 'rejected')],
  ])
  expect(await contractOf('HT-01')).toMatchObject({ receivedMinor: 1_200_000, balanceMinor: 0 })
  expect(
    kinds(
      await bring(receiptTransfer, [
        { contract: 'HT-01', amount: '7000', receivedOn: '2026-04-01', reference: 'A1' },
        {
          contract: 'HT-01',
          amount: '5000',
          receivedOn: '2026-04-02',
          number: 'SK-9',
          note: '尾款',
        },
        { contract: 'HT-01', amount: '4000', receivedOn: '2026-04-02', number: 'SK-9' },
      ]),
    ),
  ).toEqual(['skipped', 'updated', 'rejected'])
})

test('a file leads no contract that is here past its approval, and changes no money that was agreed to', async () => {
  const outcomes = await bring(contractTransfer, [
    { number: 'HT-01', name: '年度供货', total: '13000' },
    { number: 'HT-02', name: '维保', state: '履行中' },
    { number: 'HT-02', name: '维保二期', total: '6000' },
  ])
  expect(kinds(outcomes)).toEqual(['rejected', 'rejected', 'updated'])
  expect(await contractOf('HT-02')).toMatchObject({
    name: '维保二期',
    totalMinor: 600_000,
    stored: 'draft',
  })
})

test('a number that a file brought is given to nobody else, and one out of reach is refused', async () => {
  const year = new Date().getUTCFullYear()
  await bring(contractTransfer, [
    { number: `C-${year}-0041`, name: '编号', account: '东方机械', total: '1' },
  ])
  const id = await office.inScope('emil', (scope) =>
    makeContract(scope, registryOf(office), account, 100),
  )
  expect((await office.inScope('emil', (scope) => readContract(scope, id))).number).toBe(
    `C-${year}-0042`,
  )
  await office.inScope('amy', async (scope) => {
    await choosePattern(scope, contractNumbers, 'HT-{00}')
    await passKnown(scope, contractNumbers)
    expect(await takeNumber(scope, contractNumbers)).toBe('HT-03')
  })
  await office.inScope('amy', (scope) =>
    scope.db.execute(sql`update sales.contracts set archived_at = now() where number = 'HT-02'`),
  )
  const [outcome] = await bring(contractTransfer, [
    { number: 'HT-02', name: '又来', account: '东方机械', total: '1' },
  ])
  expect(outcome?.kind).toBe('rejected')
})

const receipt = fc.record({
  amount: fc.integer({ min: 1, max: 900 }),
  day: fc.integer({ min: 1, max: 28 }),
  isNoted: fc.boolean(),
})
const paper = fc.record({
  total: fc.integer({ min: 4_000, max: 9_999_999 }),
  isPlanned: fc.boolean(),
  receipts: fc.array(receipt, { maxLength: 4 }),
})

test('whatever stands in contracts and receipts: out and in again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(paper, { minLength: 1, maxLength: 3 }), async (papers) => {
      await office.inScope('emil', async (scope) => {
        for (const { total, isPlanned, receipts } of papers) {
          const plan: [string, number][] = isPlanned ? [['2026-06-30', Math.floor(total / 2)]] : []
          const id = await makeContract(scope, registryOf(office), account, total, plan)
          for (const { amount, day, isNoted } of receipts)
            await recordReceipt(scope, registryOf(office), id, {
              ...{ receivedOn: `2026-05-${String(day).padStart(2, '0')}`, amountMinor: amount },
              ...{ instalmentId: null, method: isNoted ? '转账' : '', reference: '', note: '' },
            })
        }
      })
      for (const transfer of [contractTransfer, receiptTransfer]) {
        const before = await takeOut(transfer)
        const outcomes = await bring(transfer, before.cells)
        expect(new Set(kinds(outcomes))).toEqual(new Set(['skipped']))
        expect((await takeOut(transfer)).rows).toEqual(before.rows)
      }
      // Without their numbers receipts are still known again, each once.
      const { cells } = await takeOut(receiptTransfer)
      const nameless = cells.map(({ number: _, ...row }) => row as Typed)
      const before = await office.inScope('lin', (scope) => countRows(scope, 'receipts'))
      expect(new Set(kinds(await bring(receiptTransfer, nameless)))).toEqual(new Set(['skipped']))
      expect(await office.inScope('lin', (scope) => countRows(scope, 'receipts'))).toBe(before)
    }),
    { numRuns: 6 },
  )
})

test('an import that is undone leaves the balance as it was: its receipts are void, its contracts put away', async () => {
  const [forContracts, forReceipts] = [await startImport(), await startImport()]
  await bring(
    contractTransfer,
    [
      { number: 'HT-90', name: '撤销', account: '东方机械', total: '100', state: '履行中' },
      { number: 'HT-91', name: '已收款', account: '东方机械', total: '100', state: '履行中' },
    ],
    { importId: forContracts },
  )
  await bring(receiptTransfer, [{ contract: 'HT-91', amount: '40', receivedOn: '2026-05-01' }], {
    importId: forReceipts,
  })
  const [kept, gone] = [await contractOf('HT-91'), await contractOf('HT-90')]
  const [one] = await office.inScope('lin', (scope) => receiptsOf(scope, kept.id))
  const undo = (transfer: Transfer<'sales'>, importId: string, ids: string[]) =>
    office.inScope('lin', async (scope) =>
      (await transfer.putBack?.(scope, registryOf(office), importId, ids))?.map(
        ({ outcome }) => outcome,
      ),
    )
  expect(await undo(receiptTransfer, forReceipts, [one?.id ?? ''])).toEqual(['removed'])
  expect(await undo(receiptTransfer, forReceipts, [one?.id ?? ''])).toEqual(['left'])
  expect(await contractOf('HT-91')).toMatchObject({ receivedMinor: 0, balanceMinor: 10_000 })
  // What money has come to since is not put away over its head.
  expect(await undo(contractTransfer, forContracts, [gone.id, kept.id])).toEqual([
    'removed',
    'left',
  ])
  expect((await contractOf('HT-90')).archivedAt).not.toBeNull()
})

test('instalments are paid by what a file brings, the first due first', async () => {
  const id = await office.inScope('emil', (scope) =>
    makeContract(scope, registryOf(office), account, 10_000, [
      ['2026-01-31', 4_000],
      ['2026-02-28', 6_000],
    ]),
  )
  const { number } = await office.inScope('emil', (scope) => readContract(scope, id))
  await bring(receiptTransfer, [{ contract: number, amount: '50', receivedOn: '2026-03-01' }])
  const plan = await office.inScope('emil', (scope) => readPlan(scope, id))
  expect(plan.map(({ paidMinor }) => paidMinor)).toEqual([4_000, 1_000])
})

test('who may not take files out, or reaches no contract, gets and gives none', async () => {
  const emil = office.as('emil')
  expect((await emil.get('/export/receipts')).status).toBe(404)
  expect((await office.as('sun').get('/export/contracts')).status).toBe(404)
  const page = await (await office.as('lin').get('/sales/receipts')).text()
  expect(page).toContain('/export/receipts')
  const number = await office.inScope('emil', async (scope) => {
    const id = await makeContract(scope, registryOf(office), account, 100)
    return (await readContract(scope, id)).number
  })
  const [outcome] = await bring(
    receiptTransfer,
    [{ contract: number, amount: '1', receivedOn: '2026-05-01' }],
    { as: 'sun' },
  )
  expect(outcome?.kind).toBe('rejected')
})
