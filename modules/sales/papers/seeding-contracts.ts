import { sql } from 'drizzle-orm'
import { shiftDay } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import { newId } from '../../../core/db/id.ts'
import { takeNumber } from '../../../core/numbering/numbers.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Random } from '../../../core/seed/random.ts'
import { approvalRules } from '../approval/schema.ts'
import { contractKeys } from '../contracts/contract-record.ts'
import { contractKind, contractNumbers } from '../contracts/kind.ts'
import { contracts } from '../contracts/schema.ts'
import { invoiceRequests } from '../invoices/schema.ts'
import { receiptNumbers, receiptObject } from '../receivables/receipts.ts'
import { instalments, receipts } from '../receivables/schema.ts'
import { spreadAnew } from '../receivables/spreading-anew.ts'
import { searchLines } from './paged.ts'
import {
  dayFromNow,
  goods,
  madeUp,
  type SeedAccount,
  type SeedLine,
  seedApproval,
  someAccounts,
  tellPast,
} from './seeding-shared.ts'

/** How a contract of three instalments stands: begun so many days ago, and what came after how many. */
type Stand = {
  begun: number
  state: 'draft' | 'active'
  term: number
  /** Share of an instalment, and days after the contract began; asked to be void when it says so. */
  came: readonly { share: number; after: number; isDoubted?: true }[]
  invoice?: 'requested' | 'issued' | 'refused'
}

const stands: readonly Stand[] = [
  { begun: 60, state: 'active', term: 365, came: [{ share: 1, after: 3 }], invoice: 'issued' },
  {
    ...{ begun: 125, state: 'active', term: 365, invoice: 'requested' },
    came: [
      { share: 1, after: 1 },
      { share: 0.4, after: 96 },
    ],
  },
  {
    ...{ begun: 260, state: 'active', term: 365, invoice: 'issued' },
    came: [
      { share: 1, after: 0 },
      { share: 1, after: 88 },
      { share: 1, after: 184 },
    ],
  },
  { begun: 215, state: 'active', term: 240, came: [{ share: 1, after: 12 }], invoice: 'refused' },
  { begun: 3, state: 'draft', term: 365, came: [] },
  {
    ...{ begun: 400, state: 'active', term: 365, invoice: 'issued' },
    came: [
      { share: 1, after: 5 },
      { share: 0.5, after: 95, isDoubted: true },
    ],
  },
  { begun: 20, state: 'active', term: 730, came: [] },
]

/** Contracts in turn as they are found in a firm: on time, part-paid, overdue, done, expired, not yet signed. */
export async function seedContracts(scope: Scope, count: number, random: Random): Promise<void> {
  const accounts = await someAccounts(scope)
  if (accounts.length > 0) await seedRule(scope)
  for (let at = 0; at < (accounts.length > 0 ? count : 0); at++) {
    const stand = stands[at % stands.length]
    if (stand) await seedContract(scope, random, random.pick(accounts), stand)
  }
}

/** From half a million on, whoever leads the department agrees to a contract first. */
async function seedRule(scope: Scope): Promise<void> {
  const { db, company } = scope
  const [known] = await db.execute(sql`
    select from ${approvalRules} where company_id = ${company.id} limit 1`)
  const rule = { object: contractKind.object, step: 1, departmentId: null, approverId: null }
  if (!known)
    await insertMany(scope, approvalRules, [{ id: newId(), ...rule, overMinor: 50_000_000 }])
}

async function seedContract(
  scope: Scope,
  random: Random,
  account: SeedAccount,
  { begun, state, term, came, invoice }: Stand,
): Promise<void> {
  const { ownerId, departmentId } = account
  const { currency } = scope.company
  const [id, number] = [newId(), await takeNumber(scope, contractNumbers)]
  const third = 100_000 * (1 + random.below(300))
  const startsOn = dayFromNow(scope, -begun)
  const name = `${random.pick(goods)}供货合同${madeUp}`
  await insertMany(scope, contracts, [
    {
      ...{ id, number, name, accountId: account.id, ownerId, departmentId, state },
      ...{ totalMinor: 3 * third, totalCurrency: currency, ...contractKeys(number, name) },
      ...{ signedOn: state === 'draft' ? null : startsOn, startsOn },
      ...{
        endsOn: shiftDay(startsOn, term),
        remindDays: 30,
        terms: '分三期付款，货到验收后付清。',
      },
    },
  ])
  const plan = [0, 90, 180].map((days, part) => ({
    ...{ id: newId(), contractId: id, amountMinor: third, dueOn: shiftDay(startsOn, days) },
    note: ['预付款', '到货款', '验收款'][part] ?? '',
  }))
  await insertMany(scope, instalments, plan)
  const past: SeedLine[] = [{ deed: 'created', day: startsOn, data: { number } }]
  if (state === 'active') past.push({ deed: 'enforced', day: startsOn })
  for (const { share, after, isDoubted } of came) {
    const receivedOn = shiftDay(startsOn, after)
    if (receivedOn > today(scope)) continue
    const amountMinor = Math.round(third * share)
    const received = { contract: id, receivedOn, amountMinor, ownerId, departmentId, isDoubted }
    past.push({ deed: 'received', day: receivedOn, data: { amountMinor, receivedOn, currency } })
    await seedReceipt(scope, random, received)
  }
  await spreadAnew(scope, id)
  if (invoice) await seedInvoice(scope, random, account, { id, third, startsOn, invoice })
  await tellPast(scope, contractKind.object, id, ownerId, past)
}

type SeedReceipt = {
  contract: string
  receivedOn: string
  amountMinor: number
  ownerId: string | null
  departmentId: string | null
  isDoubted: true | undefined
}

async function seedReceipt(
  scope: Scope,
  random: Random,
  { contract: contractId, isDoubted, ownerId, departmentId, receivedOn, amountMinor }: SeedReceipt,
): Promise<void> {
  const [id, number] = [newId(), await takeNumber(scope, receiptNumbers)]
  const reference = `${receivedOn.replaceAll('-', '')}${1000 + random.below(9000)}`
  const reason = isDoubted ? '银行回单与合同对不上，疑为另一份合同的款。' : ''
  await insertMany(scope, receipts, [
    {
      ...{ id, number, contractId, receivedOn, amountMinor, reference, recordedBy: ownerId },
      ...{ method: random.pick(['银行转账', '银行转账', '银行承兑']), note: madeUp },
      ...{ voidReason: reason, voidAskedAt: isDoubted ? scope.now() : null },
      search: searchLines(number, reference),
    },
  ])
  await tellPast(scope, receiptObject, id, ownerId, [{ deed: 'created', day: receivedOn }])
  if (isDoubted)
    await seedApproval(scope, ownerId, {
      ...{ object: receiptObject, recordId: id, title: number, reason },
      ...{ amountMinor, currency: scope.company.currency, departmentId },
    })
}

/** An invoice for the first instalment: to a firm whose tax number is known, else to a person. */
async function seedInvoice(
  scope: Scope,
  random: Random,
  { name, creditCode, ownerId }: SeedAccount,
  contract: { id: string; third: number; startsOn: string; invoice: NonNullable<Stand['invoice']> },
): Promise<void> {
  const isFirm = creditCode !== null
  const { invoice: state, startsOn } = contract
  await insertMany(scope, invoiceRequests, [
    {
      ...{
        id: newId(),
        contractId: contract.id,
        amountMinor: contract.third,
        requestedBy: ownerId,
      },
      ...{ kind: 'general' as const, payer: isFirm ? ('firm' as const) : ('person' as const) },
      ...{ title: isFirm ? name : '个人', taxNumber: creditCode ?? '', note: madeUp, state },
      ...(state === 'issued' && {
        invoiceNumber: String(10_000_000 + random.below(89_999_999)),
        issuedOn: shiftDay(startsOn, 2),
      }),
      ...(state === 'refused' && { answer: '抬头与合同不一致，请核对后重新申请。' }),
    },
  ])
}
