import { sql } from 'drizzle-orm'
import { bulkOf } from '../../../core/bulk/record-bulk.ts'
import { today } from '../../../core/calendar/reading.ts'
import type { ListRow, RecordList } from '../../../core/lists/record-list.ts'
import { seenName } from '../../../core/records/seen-name.ts'
import { accounts } from '../../contacts/public.ts'
import { balanceFor, overdueFor, receivedFor } from '../receivables/balance-sql.ts'
import { viewAccounts } from '../rights.ts'
import { contractStorage } from './contract-record.ts'
import { contractKind } from './kind.ts'
import type { StoredState } from './state.ts'
import { contractColumnsFor, usualContractColumns } from './views/contract-columns.ts'

/** Amounts in minor units of `currency`. */
export type ContractListRow = ListRow & {
  number: string
  account: { id: string; name: string } | null
  currency: string
  totalMinor: number
  receivedMinor: number
  balanceMinor: number
  overdueMinor: number
  signedOn: string | null
  startsOn: string | null
  endsOn: string | null
  state: StoredState
}

const here = sql`contracts`

/** The list of contracts. What tells one from another, what was agreed and its term are no fields to give many the same. */
export const contractList: RecordList<ContractListRow, 'sales'> = {
  kind: contractKind,
  title: { en: 'Contracts', 'zh-CN': '合同' },
  select: (scope) => sql`contracts.number, contracts.currency, contracts.state,
    contracts.total_minor::float8 as "totalMinor", ${receivedFor(here)}::float8 as "receivedMinor",
    ${balanceFor(here)}::float8 as "balanceMinor",
    (${overdueFor(here, today(scope))})::float8 as "overdueMinor",
    contracts.signed_on::text as "signedOn", contracts.starts_on::text as "startsOn",
    contracts.ends_on::text as "endsOn",
    ${seenName(scope, accounts, viewAccounts, sql`contracts.account_id`)} as account`,
  columns: contractColumnsFor,
  usual: usualContractColumns,
  bulk: bulkOf(contractStorage, ['number', 'name', 'total', 'startsOn', 'endsOn', 'state']),
}
