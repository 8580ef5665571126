import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import { receipts } from '../receivables/schema.ts'
import { contracts } from './schema.ts'

/** The day on which what a contract is about was bought: it was signed, else first paid, else written. */
export const boughtOn = ({ company }: Pick<Scope, 'company'>): SQL => sql`coalesce(
  ${contracts.signedOn}, (select min(r.received_on) from ${receipts} r
    where r.company_id = ${contracts.companyId} and r.contract_id = ${contracts.id}
      and r.voided_at is null),
  (${contracts.createdAt} at time zone ${company.timeZone})::date)`
