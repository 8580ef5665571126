import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { contracts } from '../contracts/schema.ts'
import { instalments, receiptParts, receipts } from './schema.ts'

/** What was received for the contract of a row. */
export const received: SQL = sql`(select coalesce(sum(r.amount_minor), 0)::bigint
  from ${receipts} r where r.company_id = ${contracts.companyId}
    and r.contract_id = ${contracts.id} and r.voided_at is null)`

/** What is still to be paid of the contract of a row: the twin of balanceOf in balance.ts. */
export const balance: SQL = sql`(${contracts.totalMinor} - ${received})`

/** What has been paid of the instalment of a row. */
export const paid: SQL = sql`(select coalesce(sum(p.amount_minor), 0)::bigint
  from ${receiptParts} p where p.company_id = ${instalments.companyId}
    and p.instalment_id = ${instalments.id})`

/** How the instalment of a row stands on a day: the twin of instalmentStatus in status.ts. */
export const statusOf = (today: string | SQLWrapper): SQL => sql`case
  when ${instalments.voidedAt} is not null then 'void'
  when ${paid} >= ${instalments.amountMinor} then 'done'
  when ${instalments.dueOn} < ${today}::date then 'overdue'
  when ${paid} > 0 then 'part-paid'
  else 'waiting' end`
