import { sql } from 'drizzle-orm'
import type { Part } from '../../../core/db/together.ts'
import type { Scope } from '../../../core/scope.ts'
import { reachedContracts } from '../contracts/reading.ts'
import { contracts } from '../contracts/schema.ts'
import { receipts } from '../receivables/schema.ts'
import { type Buying, buyingOf } from './buying.ts'

/** What an account has bought in one currency. */
export type Purchases = Buying & { currency: string }

/** One contract in force: when it was bought, and what was received for it, in minor units. */
export type Bought = { currency: string; day: string; received: number }

/**
 * The purchases of an account within reach: each contract in force is one, on the day it was signed
 * (else that of its first receipt); what it is worth is what was received. The last thousand.
 */
export function boughtBy(scope: Scope, account: string): Part<Bought> {
  const money = sql`from ${receipts} r where r.company_id = ${contracts.companyId}
    and r.contract_id = ${contracts.id} and r.voided_at is null`
  const query = sql`
    select ${contracts.totalCurrency}, coalesce((select sum(r.amount_minor) ${money}), 0)::float8 as received,
      coalesce(${contracts.signedOn}, (select min(r.received_on) ${money}),
        (${contracts.createdAt} at time zone ${scope.company.timeZone})::date)::text as day
    from ${contracts} where ${reachedContracts(scope)} and ${contracts.accountId} = ${account}
      and ${contracts.state} = 'active' order by 3 desc limit 1000`
  return { query }
}

/** How lately, how often and for how much, by currency. @param today an ISO day */
export const purchasesOf = (rows: readonly Bought[], today: string): Purchases[] =>
  [...new Set(rows.map(({ currency }) => currency))].flatMap((currency) => {
    const bought = rows.filter((row) => row.currency === currency)
    const value = bought.reduce((sum, { received }) => sum + received, 0)
    const days = bought.map(({ day }) => day)
    const buying = buyingOf(days, value, today)
    return buying ? [{ ...buying, currency }] : []
  })
