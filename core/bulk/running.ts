import { sql } from 'drizzle-orm'
import { type Acting, asPerson, PersonGone } from '../access/as-person.ts'
import { asOperator } from '../access/operator.ts'
import { may } from '../access/person.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { openList } from './lists.ts'
import { type BulkRun, endRun } from './runs.ts'

/** So many records make one transaction, and one step of the bar. */
const batchSize = 200

/**
 * Takes a run to its end, batch by batch. Each batch is one transaction with what it did and how far
 * it came, so that after a crash no record is done twice. It acts as who began it, by the rights
 * they have now, and stops when they have none, cannot sign in, or the module is switched off.
 * @param signal stops it between two batches, to be gone on with later
 * @returns whether it has come to its end
 */
export async function takeOn(
  product: Acting,
  company: string,
  run: Pick<BulkRun, 'id' | 'startedBy'>,
  requestId: string,
  signal?: AbortSignal,
): Promise<boolean> {
  try {
    while (!signal?.aborted)
      if (
        await asPerson(product, company, run.startedBy, requestId, (scope) =>
          doBatch(product.registry, scope, run.id),
        )
      )
        return true
    return false
  } catch (error) {
    if (!(error instanceof PersonGone)) throw error
    await asOperator(product, company, requestId, (scope) =>
      endRun(scope, run.id, 'failed', 'gone'),
    )
    return true
  }
}

/** Does the next records. @returns whether there is nothing more to do here */
export async function doBatch(registry: Registry, scope: Scope, id: string): Promise<boolean> {
  const company = scope.company.id
  const [run] = await scope.db.execute<Pick<BulkRun, 'list' | 'order' | 'done' | 'total'>>(sql`
    select list, "order", done, total from core.bulk_runs
    where company_id = ${company} and id = ${id} and state = 'running' for update`)
  if (!run) return true
  const bulk = openList(registry, scope, run.list, 'write')?.bulk
  if (!bulk || !may(scope.user, bulk.permissions[run.order.deed])) {
    await endRun(scope, id, 'failed', 'closed')
    return true
  }
  const items = await scope.db.execute<{ place: number; record: string }>(sql`
    select place, record_id as record from core.bulk_items
    where company_id = ${company} and run_id = ${id} and place > ${run.done}
    order by place limit ${batchSize}`)
  const ids = items.map(({ record }) => record)
  const outcomes = await bulk.run(scope, registry, ids, run.order)
  await note(scope, id, items, outcomes)
  if (run.done + items.length < run.total) return false
  await endRun(scope, id, 'done')
  return true
}

async function note(
  scope: Scope,
  id: string,
  items: readonly { place: number; record: string }[],
  outcomes: ReadonlyMap<string, 'changed' | 'unchanged'>,
): Promise<void> {
  const company = scope.company.id
  const refused = items.filter(({ record }) => !outcomes.has(record)).map(({ place }) => place)
  const count = (wanted: string) => [...outcomes.values()].filter((one) => one === wanted).length
  await Promise.all([
    refused.length > 0 &&
      scope.db.execute(sql`
        update core.bulk_items set refused = 'reach' where company_id = ${company}
          and run_id = ${id} and place = any(${sql.param(refused)}::int[])`),
    scope.db.execute(sql`
      update core.bulk_runs set done = done + ${items.length},
        changed = changed + ${count('changed')}, unchanged = unchanged + ${count('unchanged')},
        refused = refused + ${refused.length}
      where company_id = ${company} and id = ${id}`),
  ])
}
