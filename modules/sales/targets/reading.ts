import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import { accounts, activities } from '../../contacts/public.ts'
import { contracts } from '../contracts/schema.ts'
import { deals } from '../deals/schema.ts'
import { counts } from '../receivables/balance-sql.ts'
import { receipts } from '../receivables/schema.ts'
import type { Measure, Target } from './measures.ts'
import { targets } from './schema.ts'

/** The targets of a year for one measure. */
export const readTargets = (scope: Scope, measure: Measure, year: number): Promise<Target[]> =>
  scope.db.execute<Target>(sql`
    select coalesce(owner_id, department_id) as who, starts_on::text as "startsOn", months,
      value::float8 as value from ${targets}
    where company_id = ${scope.company.id} and measure = ${measure}
      and starts_on >= ${`${year}-01-01`}::date and starts_on <= ${`${year}-12-31`}::date`)

type Reached = { who: string; month: string; value: number }

/**
 * What was reached in each month of a year, by person, or by department where there is no owner.
 * Whoever may see a target may see what came of it: one number, and none of its records.
 */
export async function readReached(
  scope: Scope,
  measure: Measure,
  year: number,
): Promise<Map<string, Map<string, number>>> {
  const rows = await scope.db.execute<Reached>(sources[measure](scope, year))
  const byMonth = new Map<string, Map<string, number>>()
  for (const { who, month, value } of rows)
    byMonth.set(month, (byMonth.get(month) ?? new Map()).set(who, value))
  return byMonth
}

const within = (day: SQL, year: number): SQL =>
  sql`${day} >= ${`${year}-01-01`}::date and ${day} < ${`${year + 1}-01-01`}::date`

const month = (day: SQL): SQL => sql`to_char(${day}, 'YYYY-MM-01')`

const sources: Record<Measure, (scope: Scope, year: number) => SQL> = {
  won: ({ company }, year) => sql`
    select coalesce(owner_id, department_id) as who, ${month(sql`closed_on`)} as month,
      sum(amount_minor)::float8 as value from ${deals}
    where company_id = ${company.id} and archived_at is null and outcome = 'won'
      and amount_currency = ${company.currency} and ${within(sql`closed_on`, year)}
      and coalesce(owner_id, department_id) is not null group by 1, 2`,
  received: ({ company }, year) => sql`
    select coalesce(${contracts.ownerId}, ${contracts.departmentId}) as who,
      ${month(sql`${receipts.receivedOn}`)} as month, sum(${receipts.amountMinor})::float8 as value
    from ${receipts} join ${contracts} on ${contracts.companyId} = ${receipts.companyId}
      and ${contracts.id} = ${receipts.contractId}
    where ${receipts.companyId} = ${company.id} and ${counts}
      and ${contracts.totalCurrency} = ${company.currency}
      and ${within(sql`${receipts.receivedOn}`, year)}
      and coalesce(${contracts.ownerId}, ${contracts.departmentId}) is not null group by 1, 2`,
  customers: ({ company }, year) => {
    const day = sql`(created_at at time zone ${company.timeZone})::date`
    return sql`
      select coalesce(owner_id, department_id) as who, ${month(day)} as month,
        count(*)::float8 as value from ${accounts}
      where company_id = ${company.id} and archived_at is null and ${within(day, year)}
        and coalesce(owner_id, department_id) is not null group by 1, 2`
  },
  activities: ({ company }, year) => {
    const day = sql`(happened_at at time zone ${company.timeZone})::date`
    return sql`
      select owner_id as who, ${month(day)} as month, count(*)::float8 as value from ${activities}
      where company_id = ${company.id} and archived_at is null and owner_id is not null
        and ${within(day, year)} group by 1, 2`
  },
}
