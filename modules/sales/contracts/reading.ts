import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { today } from '../../../core/calendar/reading.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { Cursor } from '../../../core/records/paging.ts'
import { tagsColumn } from '../../../core/records/record-columns.ts'
import { mayChange } from '../../../core/records/rights.ts'
import { seenName } from '../../../core/records/seen-name.ts'
import type { Named } from '../../../core/records/stored.ts'
import type { Tag } from '../../../core/records/tags.ts'
import type { Scope } from '../../../core/scope.ts'
import { dealKind } from '../deals/kind.ts'
import { deals } from '../deals/schema.ts'
import { accountName } from '../papers/account-field.ts'
import { matching, type Paged, readPaged } from '../papers/paged.ts'
import { balance, overdue, received } from '../receivables/balance-sql.ts'
import type { ContractValues } from './contract-form.ts'
import { contractKind } from './kind.ts'
import { recordReceipts } from './rights.ts'
import { contracts } from './schema.ts'
import { type ContractState, type StoredState, stateOn } from './state.ts'

export const contractViews = [
  'current',
  'draft',
  'waiting',
  'active',
  'expired',
  'overdue',
  'all',
] as const
export type ContractView = (typeof contractViews)[number]

/** Amounts in minor units of `currency`. */
export type ContractRow = {
  id: string
  number: string
  name: string
  accountId: string
  account: string | null
  currency: string
  totalMinor: number
  receivedMinor: number
  balanceMinor: number
  /** What of it should have been paid before today. */
  overdueMinor: number
  endsOn: string | null
  state: ContractState
  owner: string | null
}

export type ContractHead = ContractRow &
  ContractValues & {
    version: number
    quoteId: string | null
    /** The contract whose term it follows on. */
    renewsId: string | null
    personId: string | null
    dealId: string | null
    /** Null out of the reader's reach. */
    deal: Named | null
    ownerId: string | null
    departmentId: string | null
    department: string | null
    archivedAt: Date | null
    mayEdit: boolean
    mayAssign: boolean
    tags: Tag[]
    mayReceive: boolean
  }

export type Contract = ContractHead & { stored: StoredState }

/** The columns of a ContractRow. */
export const contractColumns = (
  scope: Scope,
) => sql`${contracts.id}, ${contracts.number}, ${contracts.name},
  ${contracts.accountId} as "accountId", ${accountName(scope, contracts.accountId)} as account,
  ${contracts.totalCurrency}, ${contracts.totalMinor}::float8 as "totalMinor",
  ${received}::float8 as "receivedMinor", ${balance}::float8 as "balanceMinor",
  (${overdue(today(scope))})::float8 as "overdueMinor", ${contracts.endsOn}::text as "endsOn",
  ${contracts.state}, (select u.name from core.users u
    where u.company_id = ${contracts.companyId} and u.id = ${contracts.ownerId}) as owner`

const more = (scope: Scope) => sql`${contracts.version}, ${contracts.signedOn}::text as "signedOn",
  ${contracts.startsOn}::text as "startsOn", ${contracts.remindDays} as "remindDays",
  ${contracts.terms}, ${contracts.quoteId} as "quoteId", ${contracts.dealId} as "dealId",
  ${contracts.renewsId} as "renewsId", ${contracts.personId} as "personId",
  ${seenName(scope, deals, dealKind.view, sql`${contracts.dealId}`)} as deal,
  ${contracts.ownerId} as "ownerId", ${contracts.departmentId} as "departmentId",
  ${contracts.archivedAt} as "archivedAt", (select d.name from core.departments d
    where d.company_id = ${contracts.companyId} and d.id = ${contracts.departmentId}) as department,
  ${mayChange(scope, contractKind)}, ${tagsColumn(scope, contractKind)},
  ${within(scope, recordReceipts, contracts)} as "mayReceive"`

/** The contracts that a permission reaches, and with them all their money. */
export const reachedContracts = (scope: Scope, permission: string = contractKind.view): SQL =>
  sql`${contracts.companyId} = ${scope.company.id} and ${within(scope, permission, contracts)}`

const inView = (view: ContractView, day: string): SQL => {
  const live = sql`${contracts.archivedAt} is null`
  switch (view) {
    case 'all':
      return sql`true`
    case 'current':
      return sql`${live} and ${contracts.state} <> 'void'`
    // What is stored as in force is so until its term is over, as state.ts reads it.
    case 'active':
      return sql`${live} and ${contracts.state} = 'active'
        and coalesce(${contracts.endsOn} >= ${day}::date, true)`
    case 'expired':
      return sql`${live} and ${contracts.state} = 'active' and ${contracts.endsOn} < ${day}::date`
    case 'overdue':
      return sql`${live} and ${overdue(day)} > 0`
    default:
      return sql`${live} and ${contracts.state} = ${view}`
  }
}

type Asked = {
  query: string
  state: ContractView
  cursor: Cursor | undefined
  size?: number
  also?: SQL
}

/** One page of contracts within reach, the newest first. */
export async function readContractList(
  scope: Scope,
  { query, state, also = sql`true`, ...place }: Asked,
): Promise<Paged<ContractHead>> {
  const day = today(scope)
  const { page, total } = await readPaged<ContractHead & { state: StoredState }>(scope, {
    columns: sql`${contractColumns(scope)}, ${more(scope)}`,
    from: sql`${contracts}`,
    where: sql`${reachedContracts(scope)} and ${inView(state, day)} and ${also}
      and ${matching(sql`${contracts.search}`, query)}`,
    sort: { column: contracts.id, cast: 'uuid' },
    id: sql`${contracts.id}`,
    direction: 'desc',
    ...place,
  })
  const rows = page.rows.map((row) => ({ ...row, state: stateOn(row, day) }))
  return { page: { ...page, rows }, total }
}

/** One contract. @throws Refusal 404 when there is none within reach */
export const readContract = (
  scope: Scope,
  id: string,
  permission: string = contractKind.view,
): Promise<Contract> =>
  readWhere(scope, sql`${reachedContracts(scope, permission)} and ${contracts.id} = ${id}`)

/** A contract for who may decide on it, whoever it belongs to. */
export const contractToDecide = (scope: Scope, id: string): Promise<Contract> =>
  readWhere(scope, sql`${contracts.companyId} = ${scope.company.id} and ${contracts.id} = ${id}`)

async function readWhere(scope: Scope, where: SQL): Promise<Contract> {
  const [row] = await scope.db.execute<Omit<Contract, 'stored'> & { state: StoredState }>(sql`
    select ${contractColumns(scope)}, ${more(scope)} from ${contracts} where ${where}`)
  if (!row) throw notFound()
  const writable = scope.modules.state('sales') === 'write'
  return {
    ...row,
    stored: row.state,
    state: stateOn(row, today(scope)),
    mayReceive: row.mayReceive && writable,
  }
}
