import { and, eq, sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { tell } from '../../../core/events.ts'
import { changedFields, sideOf } from '../../../core/fields/changes.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import { addToTimeline } from '../../../core/records/timeline.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { dealFields } from '../deals/deal-fields.ts'
import type { DealRecord } from '../deals/deal-record.ts'
import { dealKind } from '../deals/kind.ts'
import { deals } from '../deals/schema.ts'
import { type DealProducts, sayLine, worthOf } from './deal-line.ts'
import { readProducts } from './reading.ts'
import { dealLines } from './schema.ts'

/**
 * Saves what a deal is about, as the deal was read with `version`. Saving what is stored already
 * leaves no trace.
 * @param follow whether what the lines come to becomes the deal's value; without lines it stays
 * @returns conflict when somebody saved the deal meanwhile; then nothing was written
 */
export async function saveProducts(
  scope: Scope,
  registry: Registry,
  deal: DealRecord,
  version: number,
  products: DealProducts,
  follow: boolean,
): Promise<'saved' | 'unchanged' | 'conflict'> {
  if (deal.version !== version) return 'conflict'
  const { id, values } = deal
  const before = saidOf(await readProducts(scope, deal))
  const after = saidOf(products)
  const amount = follow && products.lines.length > 0 ? worthOf(products) : values.amount
  const changed = changedFields(dealFields, values, { ...values, amount })
  const same = after.length === before.length && after.every((line, at) => line === before[at])
  if (same && Object.keys(changed).length === 0) return 'unchanged'
  const saved = await scope.db
    .update(deals)
    .set({
      ...{ amountMinor: amount?.minor ?? null, amountCurrency: amount?.currency ?? null },
      ...{ updatedAt: sql`now()`, version: sql`${deals.version} + 1` },
    })
    .where(and(eq(deals.companyId, scope.company.id), eq(deals.id, id), eq(deals.version, version)))
    .returning({ id: deals.id })
  if (saved.length === 0) return 'conflict'
  await scope.db.execute(
    sql`delete from ${dealLines} where company_id = ${scope.company.id} and deal_id = ${id}`,
  )
  await addLines(scope, [{ dealId: id, ...products }])
  await Promise.all([
    recordAudit(scope, {
      ...{ action: 'changed', object: dealKind.object, recordId: id },
      before: { ...sideOf(changed, 0), products: before },
      after: { ...sideOf(changed, 1), products: after },
    }),
    addToTimeline(scope, dealKind.object, id, 'sales.products-changed', {
      changed,
      products: after,
    }),
    tell(registry, scope, `${dealKind.object}.changed`, { id }),
  ])
  return 'saved'
}

const saidOf = ({ currency, lines }: DealProducts): string[] =>
  lines.map((line) => sayLine(line, currency))

/** Writes lines of deals, behind those from `from` on. */
export const addLines = (
  scope: Scope,
  written: readonly (DealProducts & { dealId: string; from?: number })[],
): Promise<void> =>
  insertMany(
    scope,
    dealLines,
    written.flatMap(({ dealId, currency, lines, from = 0 }) =>
      lines.map((line, at) => ({ ...line, id: newId(), dealId, currency, position: from + at })),
    ),
  )
