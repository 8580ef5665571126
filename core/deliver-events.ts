import { sql } from 'drizzle-orm'
import type { Task } from 'graphile-worker'
import { asOperator } from './access/operator.ts'
import { queueJob } from './jobs.ts'
import type { Event } from './module.ts'
import type { Product } from './product.ts'
import type { Scope } from './scope.ts'

/**
 * Tells events to the listeners that wait for their commit. One that cannot be told keeps none of
 * the others waiting: only it is told again when the job is retried. A process about to stop leaves
 * the rest to whoever comes next.
 */
export const deliverEvents =
  (product: Product): Task =>
  async (payload, { job, abortSignal }) => {
    const { company, events } = payload as { company: string; events: string[] }
    const operate = <T>(work: (scope: Scope) => Promise<T>) =>
      asOperator(product, company, `job-${job.id}`, work)
    const waiting = await operate(({ db }) =>
      db.execute<Event>(sql`
        select id, name, at, actor_id as "actorId", payload from core.events
        where company_id = ${company} and id = any(${sql.param(events)}::uuid[])
          and delivered_at is null order by id`),
    )
    const failures: unknown[] = []
    for (const [at, event] of waiting.entries()) {
      if (abortSignal?.aborted) {
        const rest = waiting.slice(at).map(({ id }) => id)
        await operate(({ db }) => queueJob(db, 'core.deliver-events', { events: rest }))
        break
      }
      await deliver(product, company, operate, event).catch((error) => failures.push(error))
    }
    if (failures.length > 0) throw failures[0]
  }

/** Each listener has a transaction of its own. */
async function deliver(
  product: Product,
  company: string,
  operate: (work: (scope: Scope) => Promise<unknown>) => Promise<unknown>,
  event: Event,
): Promise<void> {
  for (const module of product.registry.modules)
    for (const { event: name, after } of module.listeners ?? [])
      if (after && name === event.name && (await product.isAtWork(company, module.id)))
        await operate((scope) => after(scope, event))
  await operate(({ db }) =>
    db.execute(sql`
      update core.events set delivered_at = now()
      where company_id = ${company} and id = ${event.id}`),
  )
}
