import { type SQL, sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { Cursor } from '../../../core/records/paging.ts'
import type { Scope } from '../../../core/scope.ts'
import { contractKind } from '../contracts/kind.ts'
import { reachedContracts } from '../contracts/reading.ts'
import { contracts } from '../contracts/schema.ts'
import { accountName } from '../papers/account-field.ts'
import { matching, type Paged, readPaged } from '../papers/paged.ts'
import { counts, paid, statusOf } from './balance-sql.ts'
import type { Instalment } from './instalments.ts'
import { instalments, receiptParts, receipts } from './schema.ts'
import type { InstalmentStatus } from './status.ts'

export type InstalmentRow = Instalment & { paidMinor: number; status: InstalmentStatus }

/** The instalments of a contract that may be seen, as they fall due. */
export const readPlan = (scope: Scope, contractId: string): Promise<InstalmentRow[]> =>
  scope.db.execute<InstalmentRow>(sql`
    select ${planColumns(scope)} from ${instalments}
    where ${instalments.companyId} = ${scope.company.id}
      and ${instalments.contractId} = ${contractId}
    order by ${instalments.dueOn}, ${instalments.id} limit 500`)

const planColumns = (scope: Scope) => sql`${instalments.id}, ${instalments.version},
  ${instalments.contractId} as "contractId", ${instalments.dueOn}::text as "dueOn",
  ${instalments.amountMinor}::float8 as "amountMinor", ${instalments.note},
  ${paid}::float8 as "paidMinor", ${statusOf(today(scope))} as status`

/** One instalment of a contract that a permission reaches. @throws Refusal 404 else */
export async function readInstalment(
  scope: Scope,
  id: string,
  permission: string,
): Promise<InstalmentRow> {
  const [row] = await scope.db.execute<InstalmentRow>(sql`
    select ${planColumns(scope)} from ${instalments}
    join ${contracts} on ${contracts.companyId} = ${instalments.companyId}
      and ${contracts.id} = ${instalments.contractId}
    where ${reachedContracts(scope, permission)} and ${instalments.id} = ${id}`)
  if (!row) throw notFound()
  return row
}

export const receiptViews = ['counted', 'asked', 'void', 'all'] as const
export type ReceiptView = (typeof receiptViews)[number]

export type ReceiptRow = {
  id: string
  number: string
  version: number
  contractId: string
  contract: string
  contractNumber: string
  departmentId: string | null
  account: string | null
  currency: string
  amountMinor: number
  receivedOn: string
  method: string
  reference: string
  note: string
  recordedBy: string | null
  voidReason: string
  voidAskedAt: Date | null
  voidedAt: Date | null
}

export type ReceiptPart = { dueOn: string; amountMinor: number }

const receiptColumns = (scope: Scope) => sql`${receipts.id}, ${receipts.number},
  ${receipts.version}, ${receipts.contractId} as "contractId",
  ${contracts.number} || ' ' || ${contracts.name} as contract,
  ${contracts.number} as "contractNumber",
  ${contracts.departmentId} as "departmentId",
  ${accountName(scope, contracts.accountId)} as account, ${contracts.totalCurrency},
  ${receipts.amountMinor}::float8 as "amountMinor", ${receipts.receivedOn}::text as "receivedOn",
  ${receipts.method}, ${receipts.reference}, ${receipts.note},
  ${receipts.voidReason} as "voidReason", ${receipts.voidAskedAt} as "voidAskedAt",
  ${receipts.voidedAt} as "voidedAt", (select u.name from core.users u
    where u.company_id = ${receipts.companyId} and u.id = ${receipts.recordedBy}) as "recordedBy"`

const withContracts = sql`${receipts} join ${contracts}
  on ${contracts.companyId} = ${receipts.companyId} and ${contracts.id} = ${receipts.contractId}`

const inView: Record<ReceiptView, SQL> = {
  counted: counts,
  asked: sql`${counts} and ${receipts.voidAskedAt} is not null`,
  void: sql`${receipts.voidedAt} is not null`,
  all: sql`true`,
}

type Wanted = {
  query: string
  state: ReceiptView
  also?: SQL
  /** What else must reach the contract, beside the right to look at it. */
  permission?: string
}
type Asked = Wanted & { cursor: Cursor | undefined; size?: number }

const matchingReceipts = (scope: Scope, { query, state, also, permission }: Wanted): SQL => sql`
  ${reachedContracts(scope)} and ${inView[state]} and ${also ?? sql`true`}
  and ${permission ? reachedContracts(scope, permission) : sql`true`}
  and (${matching(sql`${receipts.search}`, query)} or ${matching(sql`${contracts.search}`, query)})`

/** One page of the receipts of contracts within reach, the latest first. */
export const readReceiptList = (
  scope: Scope,
  { cursor, size, ...wanted }: Asked,
): Promise<Paged<ReceiptRow>> =>
  readPaged<ReceiptRow>(scope, {
    columns: receiptColumns(scope),
    from: withContracts,
    where: matchingReceipts(scope, wanted),
    sort: { column: receipts.receivedOn, cast: 'date' },
    id: sql`${receipts.id}`,
    direction: 'desc',
    ...{ cursor, size },
  })

/** Receipts one after the other by their ids, as a file has them. @param after the last one before */
export const readReceiptsById = (
  scope: Scope,
  wanted: Wanted,
  after: string | undefined,
  limit: number,
): Promise<ReceiptRow[]> =>
  scope.db.execute<ReceiptRow>(sql`
    select ${receiptColumns(scope)} from ${withContracts}
    where ${matchingReceipts(scope, wanted)} and ${after ? sql`${receipts.id} > ${after}` : sql`true`}
    order by ${receipts.id} limit ${limit}`)

export async function countReceipts(scope: Scope, wanted: Wanted): Promise<number> {
  const [row] = await scope.db.execute<{ count: number }>(sql`
    select count(*)::int as count from ${withContracts} where ${matchingReceipts(scope, wanted)}`)
  return row?.count ?? 0
}

/** The receipts of a contract that may be seen, the latest first. */
export const receiptsOf = async (scope: Scope, contractId: string): Promise<ReceiptRow[]> =>
  scope.db.execute<ReceiptRow>(sql`
    select ${receiptColumns(scope)} from ${withContracts}
    where ${receipts.companyId} = ${scope.company.id} and ${receipts.contractId} = ${contractId}
    order by ${receipts.receivedOn} desc, ${receipts.id} desc limit 500`)

/** One receipt of a contract within reach. @throws Refusal 404 else */
export const readReceipt = (
  scope: Scope,
  id: string,
  permission: string = contractKind.view,
): Promise<ReceiptRow> =>
  readWhere(scope, sql`${reachedContracts(scope, permission)} and ${receipts.id} = ${id}`)

/** A receipt for who may decide on it, whoever the contract belongs to. */
export const receiptToDecide = (scope: Scope, id: string): Promise<ReceiptRow> =>
  readWhere(scope, sql`${receipts.companyId} = ${scope.company.id} and ${receipts.id} = ${id}`)

async function readWhere(scope: Scope, where: SQL): Promise<ReceiptRow> {
  const [row] = await scope.db.execute<ReceiptRow>(sql`
    select ${receiptColumns(scope)} from ${withContracts} where ${where}`)
  if (!row) throw notFound()
  return row
}

/** Which instalments a receipt has paid, and how much of each. */
export const partsOf = (scope: Scope, receiptId: string): Promise<ReceiptPart[]> =>
  scope.db.execute<ReceiptPart>(sql`
    select i.due_on::text as "dueOn", p.amount_minor::float8 as "amountMinor"
    from ${receiptParts} p join ${instalments} i
      on i.company_id = p.company_id and i.id = p.instalment_id
    where p.company_id = ${scope.company.id} and p.receipt_id = ${receiptId}
    order by i.due_on, i.id limit 200`)
