import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Part } from '../../../core/db/together.ts'
import type { Scope } from '../../../core/scope.ts'
import { hasContract } from '../contracts/of-deal.ts'
import { reachedContracts } from '../contracts/reading.ts'
import { contracts } from '../contracts/schema.ts'
import { deals } from '../deals/schema.ts'
import { receipts } from '../receivables/schema.ts'
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
 * The purchases of an account within reach: each contract in force is one, on the day it was signed
 * (else that of its first receipt), and is worth what was received; so is each won deal that no such
 * contract was made of, on the day it was won, and is worth its amount. The last thousand.
 */
export function boughtBy(scope: Scope, account: string): Part<Bought> {
  const money = sql`from ${receipts} r where r.company_id = ${contracts.companyId}
    and r.contract_id = ${contracts.id} and r.voided_at is null`
  const query = sql`
    select 'contract' as of, ${contracts.totalCurrency} as currency,
      coalesce((select sum(r.amount_minor) ${money}), 0)::float8 as minor,
      coalesce(${contracts.signedOn}, (select min(r.received_on) ${money}),
        (${contracts.createdAt} at time zone ${scope.company.timeZone})::date)::text as day
    from ${contracts} where ${reachedContracts(scope)} and ${contracts.accountId} = ${account}
      and ${contracts.state} = 'active' and ${contracts.archivedAt} is null
    union all
    select 'deal', coalesce(${deals.amountCurrency}, ${scope.company.currency}),
      coalesce(${deals.amountMinor}, 0)::float8, ${deals.closedOn}::text
    from ${deals} where ${deals.companyId} = ${scope.company.id} and ${deals.accountId} = ${account}
      and ${deals.outcome} = 'won' and ${deals.archivedAt} is null and ${deals.closedOn} is not null
      and ${within(scope, viewDeals, deals)} and not ${hasContract}
    order by 4 desc limit 1000`
  return { query }
}

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
