import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import type { Part } from '../../../core/db/together.ts'
import type { Scope } from '../../../core/scope.ts'
import { balance, overdue, received } from '../receivables/balance-sql.ts'
import { reachedContracts } from './reading.ts'
import { contracts } from './schema.ts'

/** What was received of an account's contracts in force and what is still to come, by currency. */
export type AccountMoney = {
  currency: string
  receivedMinor: number
  balanceMinor: number
  overdueMinor: number
}

/** Reads it for the contracts within reach, by the formulas of the contract's own page. */
export const accountMoney = (scope: Scope, account: string): Part<AccountMoney> => ({
  query: sql`
    select ${contracts.totalCurrency}, sum(${received})::float8 as "receivedMinor",
      sum(${balance})::float8 as "balanceMinor",
      sum(${overdue(today(scope))})::float8 as "overdueMinor"
    from ${contracts} where ${reachedContracts(scope)} and ${contracts.accountId} = ${account}
      and ${contracts.state} = 'active' and ${contracts.archivedAt} is null
    group by 1 order by 1`,
})
