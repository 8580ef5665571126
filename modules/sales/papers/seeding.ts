import { sql } from 'drizzle-orm'
import { shiftDay } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import { newId } from '../../../core/db/id.ts'
import type { Seed } from '../../../core/module.ts'
import { takeNumber } from '../../../core/numbering/numbers.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Random } from '../../../core/seed/random.ts'
import { searchText } from '../../../core/values/names.ts'
import type { Petition } from '../approval/asking.ts'
import { approvals } from '../approval/schema.ts'
import { contractKeys } from '../contracts/contract-record.ts'
import { contractNumbers } from '../contracts/kind.ts'
import { contracts } from '../contracts/schema.ts'
import { invoiceRequests } from '../invoices/schema.ts'
import { lineAmount } from '../lines/amount.ts'
import { totalsOf } from '../lines/totals.ts'
import { addBook } from '../products/books.ts'
import { products } from '../products/schema.ts'
import { quoteKind, quoteNumbers } from '../quotes/kind.ts'
import { quoteLines, quotes } from '../quotes/schema.ts'
import { receiptNumbers } from '../receivables/receipts.ts'
import { instalments, receipts } from '../receivables/schema.ts'
import { spreadAnew } from '../receivables/spreading-anew.ts'
import { searchLines } from './paged.ts'

const goods = ['齿轮箱', '传感器', '控制柜', '伺服电机', '工业相机', '安装调试', '年度维保']
const models = ['A1', 'B2', 'GX-20', 'Pro', 'Plus']

type Account = { id: string; ownerId: string | null; departmentId: string | null }

const someAccounts = ({ db, company }: Scope): Promise<Account[]> =>
  db.execute<Account>(sql`
    select id, owner_id as "ownerId", department_id as "departmentId" from contacts.accounts
    where company_id = ${company.id} and archived_at is null order by id limit 500`)

async function seedProducts(scope: Scope, count: number, random: Random): Promise<void> {
  const rows = Array.from({ length: count }, () => {
    const name = `${random.pick(goods)} ${random.pick(models)}-${random.below(900) + 100}`
    return {
      ...{ id: newId(), name, unit: '台', taxRate: '13' },
      ...{ priceMinor: 10_000 * (1 + random.below(500)), priceCurrency: scope.company.currency },
      ...{ nameKey: searchText(name), search: searchLines(name) },
    }
  })
  await insertMany(scope, products, rows)
  const held = { currency: scope.company.currency, level: '', startsOn: null, endsOn: null }
  if (count > 0) await addBook(scope, { ...held, name: 'List', departments: [] })
}

/** Quotes go to accounts, and are of whose accounts those are; the last of several is not approved yet. */
async function seedQuotes(scope: Scope, count: number, random: Random): Promise<void> {
  const accounts = await someAccounts(scope)
  const { currency } = scope.company
  for (let left = accounts.length > 0 ? count : 0; left > 0; left--) {
    const { id: accountId, ...place } = random.pick(accounts)
    const [id, number] = [newId(), await takeNumber(scope, quoteNumbers)]
    const priced = { quantity: String(1 + random.below(9)), discount: '5', taxRate: '13' }
    const line = { ...priced, priceMinor: 10_000 * (1 + random.below(500)) }
    const amountMinor = lineAmount(line)
    const { netMinor, taxMinor, totalMinor } = totalsOf([{ ...line, amountMinor }], 'included')
    const validUntil = shiftDay(today(scope), random.below(90))
    const title = random.pick(goods)
    await insertMany(scope, quotes, [
      {
        ...{ id, number, title, accountId, ...place, currency, taxing: 'included', validUntil },
        ...{ netMinor, taxMinor, totalMinor, topDiscount: '5' },
        state: count > 1 && left === 1 ? 'waiting' : 'open',
        search: searchLines(number, title),
      },
    ])
    const row = { id: newId(), quoteId: id, position: 0, name: title, ...line, amountMinor }
    await insertMany(scope, quoteLines, [row])
    if (count > 1 && left === 1)
      await seedApproval(scope, place.ownerId, {
        ...{ object: quoteKind.object, recordId: id, title: `${number} ${title}`, currency },
        ...{ amountMinor: totalMinor, departmentId: place.departmentId, reason: '' },
      })
  }
}

/** Asked for by the owner, or by somebody where there is none. */
async function seedApproval(scope: Scope, ownerId: string | null, petition: Petition) {
  const { db, company } = scope
  const [somebody] = await db.execute<{ id: string }>(sql`
    select id from core.users where company_id = ${company.id} order by id limit 1`)
  const askedBy = ownerId ?? somebody?.id
  if (!askedBy) return
  const steps = [{ approverId: null }]
  await insertMany(scope, approvals, [{ id: newId(), askedBy, steps, ...petition }])
}

/** Contracts in force, each with three instalments, the first of which is paid and to be invoiced. */
async function seedContracts(scope: Scope, count: number, random: Random): Promise<void> {
  const accounts = await someAccounts(scope)
  const { currency } = scope.company
  for (let left = accounts.length > 0 ? count : 0; left > 0; left--) {
    const { id: accountId, ...place } = random.pick(accounts)
    const [id, number] = [newId(), await takeNumber(scope, contractNumbers)]
    const third = 100_000 * (1 + random.below(300))
    const startsOn = shiftDay(today(scope), -random.below(300))
    const name = `${random.pick(goods)}供货合同`
    await insertMany(scope, contracts, [
      {
        ...{ id, number, name, accountId, ...place, totalMinor: 3 * third },
        ...{ signedOn: startsOn, startsOn, endsOn: shiftDay(startsOn, 365), remindDays: 30 },
        ...{ state: 'active', totalCurrency: currency, ...contractKeys(number, name) },
      },
    ])
    const plan = [0, 90, 180].map((days) => ({
      ...{ id: newId(), contractId: id, amountMinor: third, dueOn: shiftDay(startsOn, days) },
    }))
    await insertMany(scope, instalments, plan)
    const received = await takeNumber(scope, receiptNumbers)
    await insertMany(scope, receipts, [
      {
        ...{ id: newId(), number: received, contractId: id, receivedOn: startsOn },
        ...{ amountMinor: third, search: searchLines(received) },
      },
    ])
    await spreadAnew(scope, id)
    await insertMany(scope, invoiceRequests, [
      {
        ...{ id: newId(), contractId: id, kind: 'general', payer: 'person' },
        ...{ title: '个人', amountMinor: third },
      },
    ])
  }
}

/** What the command line and the benchmark can fill a company with. */
export const paperSeeds: readonly Seed[] = [
  { key: 'products', make: seedProducts },
  { key: 'quotes', make: seedQuotes },
  { key: 'contracts', make: seedContracts },
]
