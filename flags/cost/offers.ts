import { sql } from 'drizzle-orm'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import type { Offer } from './reading.ts'

/** Lets the plan go by one offer; the one chosen before is so no longer. */
export async function chooseOffer(scope: Scope, { id, name }: Pick<Offer, 'id' | 'name'>) {
  const { db, company, actorId } = scope
  const [before] = await db.execute<{ name: string }>(sql`
    select name from flags.cost_offers
    where company_id = ${company.id} and chosen_at is not null and archived_at is null`)
  await db.execute(sql`
    update flags.cost_offers set version = version + 1, updated_at = now(),
      chosen_at = case when id = ${id} then ${scope.now().toISOString()}::timestamptz end,
      chosen_by = case when id = ${id} then ${actorId}::uuid end
    where company_id = ${company.id} and (id = ${id} or chosen_at is not null)`)
  await recordAudit(scope, {
    action: 'chosen',
    object: 'flags.cost-offer',
    recordId: id,
    before: { name: before?.name ?? null },
    after: { name },
  })
}
