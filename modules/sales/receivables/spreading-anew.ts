import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import { instalments, receiptParts, receipts } from './schema.ts'
import { type Open, type Rest, spread } from './spreading.ts'

/**
 * Gives what the receipts of a contract have left to its instalments, by `spread`, after anything of
 * either changed. What an instalment has been given it keeps. The caller holds the contract.
 */
export async function spreadAnew(scope: Scope, contractId: string): Promise<void> {
  const company = scope.company.id
  const open = await scope.db.execute<Open>(sql`
    select i.id, i.amount_minor::float8 as "amountMinor",
      coalesce(sum(p.amount_minor), 0)::float8 as "paidMinor"
    from ${instalments} i left join ${receiptParts} p
      on p.company_id = i.company_id and p.instalment_id = i.id
    where i.company_id = ${company} and i.contract_id = ${contractId} and i.voided_at is null
    group by i.company_id, i.id order by i.due_on, i.id`)
  const rests = await scope.db.execute<Rest>(sql`
    select r.id, (r.amount_minor - coalesce(sum(p.amount_minor), 0))::float8 as "restMinor",
      r.instalment_id as first
    from ${receipts} r left join ${receiptParts} p
      on p.company_id = r.company_id and p.receipt_id = r.id
    where r.company_id = ${company} and r.contract_id = ${contractId} and r.voided_at is null
    group by r.company_id, r.id having r.amount_minor > coalesce(sum(p.amount_minor), 0)
    order by r.received_on, r.id`)
  for (const part of spread(open, rests)) await addPart(scope, part)
}

const addPart = (scope: Scope, part: ReturnType<typeof spread>[number]) =>
  scope.db.execute(sql`
    insert into ${receiptParts} as p (company_id, receipt_id, instalment_id, amount_minor)
    values (${scope.company.id}, ${part.receiptId}, ${part.instalmentId}, ${part.amountMinor})
    on conflict (company_id, receipt_id, instalment_id)
      do update set amount_minor = p.amount_minor + excluded.amount_minor`)

/** Takes back what an instalment, or a receipt, gave or got. */
export const freeParts = (scope: Scope, of: 'receipt' | 'instalment', id: string) =>
  scope.db.execute(sql`
    delete from ${receiptParts} where company_id = ${scope.company.id}
      and ${of === 'receipt' ? sql`receipt_id` : sql`instalment_id`} = ${id}`)
