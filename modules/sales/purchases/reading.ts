import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Part } from '../../../core/db/together.ts'
import type { Scope } from '../../../core/scope.ts'
import { boughtOn } from '../contracts/bought-on.ts'
import { hasContract } from '../contracts/of-deal.ts'
import { reachedContracts } from '../contracts/reading.ts'
import { contracts } from '../contracts/schema.ts'
import { deals } from '../deals/schema.ts'
import { received } from '../receivables/balance-sql.ts'
import { viewDeals } from '../rights.ts'
import { type Buying, buyingOf } from './buying.ts'

/** What an account has bought in one currency. */
export type Purchases = Buying & { currency: string; contracts: number; deals: number }

/**
 * One contract in force, or one won deal without any: when it was bought, and what was received for
 * it, or won by it, in minor units.
 */
export type Bought = { of: 'contract' | 'deal'; currency: string; day: string; minor: number }

/**
 * What was bought within reach: each contract in force is one purchase, on the day it was signed (else
 * that of its first receipt), and is worth what was received; so is each won deal that no such contract
 * was made of, on the day it was won, and is worth its amount.
 * @param of which contracts, and which deals
 */
export function bought(scope: Scope, of: { contracts: SQL; deals: SQL }): SQL {
  return sql`
    select ${contracts.accountId} as account, 'contract' as of, ${contracts.totalCurrency} as currency,
      ${received}::float8 as minor, ${boughtOn(scope)} as day
    from ${contracts} where ${reachedContracts(scope)} and ${of.contracts}
      and ${contracts.state} = 'active' and ${contracts.archivedAt} is null
    union all
    select ${deals.accountId}, 'deal', coalesce(${deals.amountCurrency}, ${scope.company.currency}),
      coalesce(${deals.amountMinor}, 0)::float8, ${deals.closedOn}
    from ${deals} where ${deals.companyId} = ${scope.company.id} and ${of.deals}
      and ${deals.accountId} is not null and ${deals.outcome} = 'won' and ${deals.archivedAt} is null
      and ${deals.closedOn} is not null and ${within(scope, viewDeals, deals)} and not ${hasContract}`
}

/** The purchases of one account: the last thousand. */
export const boughtBy = (scope: Scope, account: string): Part<Bought> => ({
  query: sql`
    select of, currency, minor, day::text as day from (${bought(scope, {
      contracts: sql`${contracts.accountId} = ${account}`,
      deals: sql`${deals.accountId} = ${account}`,
    })}) b order by b.day desc limit 1000`,
})

/** How lately, how often and for how much, by currency. @param today an ISO day */
export const purchasesOf = (rows: readonly Bought[], today: string): Purchases[] =>
  [...new Set(rows.map(({ currency }) => currency))].flatMap((currency) => {
    const bought = rows.filter((row) => row.currency === currency)
    const value = bought.reduce((sum, { minor }) => sum + minor, 0)
    const days = bought.map(({ day }) => day)
    const buying = buyingOf(days, value, today)
    const count = (kind: Bought['of']) => bought.filter((one) => one.of === kind).length
    return buying
      ? [{ ...buying, currency, contracts: count('contract'), deals: count('deal') }]
      : []
  })
