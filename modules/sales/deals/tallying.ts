import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'

/** Adds up what triggers noted since the last time, so that the board's sums stay sums of few rows. */
export async function compactDealTallies(scope: Scope): Promise<void> {
  const company = scope.company.id
  await scope.db.execute(sql`
    with gone as (
      delete from sales.deal_tallies where company_id = ${company} returning *
    )
    insert into sales.deal_tallies (company_id, id, object, owner_id, department_id, archived,
      stage_id, currency, records, minor)
    select ${company}, gen_random_uuid(), object, owner_id, department_id, archived, stage_id,
      currency, sum(records), sum(minor)
    from gone group by object, owner_id, department_id, archived, stage_id, currency
    having sum(records) <> 0 or sum(minor) <> 0`)
}
