import { sql } from 'drizzle-orm'
import { newId } from './db/id.ts'
import { queueJob } from './jobs.ts'
import type { Event } from './module.ts'
import type { Registry } from './registry.ts'
import type { Scope } from './scope.ts'

/**
 * Tells that something happened, in the transaction in which it happened. Listeners that keep data
 * whole run now; all others after the commit, by a job that is retried until each has succeeded.
 * @param name past tense, beginning with the sender's id: `contacts.account.archived`
 */
export async function tell(
  registry: Registry,
  scope: Scope,
  name: string,
  payload: Record<string, unknown>,
): Promise<void> {
  const event: Event = { id: newId(), name, at: scope.now(), actorId: scope.actorId, payload }
  await scope.db.execute(sql`
    insert into core.events (company_id, id, name, actor_id, request_id, payload)
    values (${scope.company.id}, ${event.id}, ${name}, ${scope.actorId}, ${scope.requestId},
      ${JSON.stringify(payload)})`)
  const listeners = registry.modules
    .flatMap((module) => module.listeners ?? [])
    .filter((listener) => listener.event === name)
  for (const listener of listeners) await listener.during?.(scope, event)
  if (listeners.some((listener) => listener.after))
    await queueJob(scope.db, 'core.deliver-event', { event: event.id })
}
