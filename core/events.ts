import { sql } from 'drizzle-orm'
import { newId } from './db/id.ts'
import { queueJob } from './jobs.ts'
import type { Event } from './module.ts'
import { events } from './records/schema.ts'
import type { Registry } from './registry.ts'
import type { Scope } from './scope.ts'
import { insertMany } from './seed/insert.ts'

/** What happened: past tense, beginning with the sender's id, `contacts.account.archived`. */
export type News = Pick<Event, 'name' | 'payload'>

/** Tells that one thing happened; see `tellMany`. */
export const tell = (
  registry: Registry,
  scope: Scope,
  name: string,
  payload: Record<string, unknown>,
): Promise<void> => tellMany(registry, scope, [{ name, payload }])

/**
 * Tells what happened, in the transaction in which it happened and in its order. Listeners that
 * keep data whole run now; all others after the commit, by one job for all of it.
 */
export async function tellMany(
  registry: Registry,
  scope: Scope,
  news: readonly News[],
): Promise<void> {
  const { actorId, requestId } = scope
  const at = scope.now()
  const told = news.map(({ name, payload }): Event => ({ id: newId(), name, at, actorId, payload }))
  await insertMany(
    scope,
    events,
    told.map(({ at: _, ...event }) => ({ ...event, requestId })),
  )
  const listeners = registry.modules.flatMap((module) => module.listeners ?? [])
  for (const event of told)
    for (const { event: name, during } of listeners)
      if (name === event.name) await during?.(scope, event)
  const awaited = awaitedEvents(registry)
  const later = told.filter(({ name }) => awaited.has(name)).map(({ id }) => id)
  if (later.length > 0) await queueJob(scope.db, 'core.deliver-events', { events: later })
}

/** The names of events that somebody is told of after the commit. */
const awaitedEvents = ({ modules }: Registry): Set<string> =>
  new Set(
    modules
      .flatMap(({ listeners = [] }) => listeners)
      .flatMap(({ event, after }) => (after ? [event] : [])),
  )

/** Lets go of events a week old that everybody concerned has heard of; others are told again still. */
export async function forgetEvents(registry: Registry, { db, company }: Scope): Promise<void> {
  await db.execute(sql`
    delete from core.events
    where company_id = ${company.id} and at < now() - interval '7 days'
      and (delivered_at is not null
        or not name = any(${sql.param([...awaitedEvents(registry)])}::text[]))`)
}
