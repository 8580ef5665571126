import { type SQL, sql } from 'drizzle-orm'
import { deals } from '../deals/schema.ts'
import { contracts } from './schema.ts'

/** Whether a contract in force was made of a deal: what was bought counts once then, as the contract. */
export const hasContract: SQL = sql`exists (select from ${contracts} c
  where c.company_id = ${deals.companyId} and c.deal_id = ${deals.id} and c.state = 'active'
    and c.archived_at is null)`
