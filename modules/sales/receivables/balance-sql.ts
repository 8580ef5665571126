import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { contracts } from '../contracts/schema.ts'
import { instalments, receiptParts, receipts } from './schema.ts'

/** Whether the receipt of a row counts: a void one does not. */
export const counts: SQL = sql`${receipts.voidedAt} is null`

const theContract: SQL = sql`${contracts}`

/** What was received for the contract of a row. @param contract what the row is called in the query */
export const receivedFor = (contract: SQL): SQL => sql`(
  select coalesce(sum(${receipts.amountMinor}), 0)::bigint from ${receipts}
  where ${receipts.companyId} = ${contract}.company_id and ${receipts.contractId} = ${contract}.id
    and ${counts})`

/** What is still to be paid of the contract of a row: the twin of balanceOf in balance.ts. */
export const balanceFor = (contract: SQL): SQL =>
  sql`(${contract}.total_minor - ${receivedFor(contract)})`

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

/** What of a contract in force is open on instalments that were due before a day. */
export const overdueFor = (contract: SQL, day: string): SQL => sql`
  case when ${contract}.state = 'active' then (
    select coalesce(sum(late.open), 0)::bigint from (
      select ${instalments.amountMinor} - ${paid} as open from ${instalments}
      where ${instalments.companyId} = ${contract}.company_id
        and ${instalments.contractId} = ${contract}.id and ${instalments.voidedAt} is null
        and ${instalments.dueOn} < ${day}::date) late) else 0 end`

/** The same of the table itself. */
export const received = receivedFor(theContract)
export const balance = balanceFor(theContract)
export const overdue = (day: string): SQL => overdueFor(theContract, day)

/** What is to be paid of it beside its open instalments. */
export const unplanned: SQL = sql`(${balance} - (
  select coalesce(sum(planned.open), 0)::bigint from (
    select ${instalments.amountMinor} - ${paid} as open from ${instalments}
    where ${instalments.companyId} = ${contracts.companyId}
      and ${instalments.contractId} = ${contracts.id} and ${instalments.voidedAt} is null) planned
  where planned.open > 0))`
