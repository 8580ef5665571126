import { sql } from 'drizzle-orm'
import { handTo, holdAny, placeNamed } from '../../../core/records/assigning.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { ticketKind } from '../tickets/kind.ts'
import { tickets } from '../tickets/schema.ts'
import { pressing, waitingFor } from './reading.ts'

/**
 * Takes the most pressing of the tickets that are nobody's. Of two who take at once each gets one of
 * their own: the second waits for the first, then finds its ticket taken and goes on to the next. One
 * that is only being touched is waited for, since to pass it over would be to say that none waits.
 * @returns its id; undefined when none waits
 */
export async function takeNext(scope: Scope, registry: Registry): Promise<string | undefined> {
  const [next] = await scope.db.execute<{ id: string }>(sql`
    select id from ${tickets} where ${waitingFor(scope)}
    order by ${pressing} limit 1 for update of tickets`)
  if (!next) return undefined
  const held = await holdAny(scope, ticketKind, sql`${tickets.id} = ${next.id}`)
  const departmentId = held[0]?.departmentId ?? scope.user.departmentId
  const place = await placeNamed(scope, { ownerId: scope.user.id, departmentId })
  await handTo(scope, registry, ticketKind, held, place)
  return next.id
}
