import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { tell } from '../../../core/events.ts'
import { handTo, hold, holdAny, type Place } from '../../../core/records/assigning.ts'
import { addLines } from '../../../core/records/timeline.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Pooled } from './kinds.ts'
import { mayHave } from './limits.ts'
import type { Pool } from './pools.ts'
import type { Refused } from './rules.ts'
import { poolEntries, poolMoves, type Reason } from './schema.ts'

/**
 * Puts records into a pool: they belong to nobody and stand in the pool's own place. Those that are
 * in one already stay there.
 * @param any whoever may give them away; else only records within reach are moved
 * @returns how many came in
 */
export async function putIntoPool(
  scope: Scope,
  registry: Registry,
  { kind, live }: Pooled,
  pool: Pool,
  ids: readonly string[],
  reason: Reason,
  any = false,
): Promise<number> {
  const these = sql`${kind.table.id} = any(${sql.param(ids)}::uuid[]) and ${live}
    and not exists (select from ${poolEntries} e where e.company_id = ${scope.company.id}
      and e.object = ${kind.object} and e.record_id = ${kind.table.id})`
  const held = await (any ? holdAny : hold)(scope, kind, these)
  if (held.length === 0) return 0
  const place = { owner: null, department: { id: pool.placeId, name: pool.name } }
  await handTo(scope, registry, kind, held, place)
  const at = scope.now()
  const rows = held.map(({ id, ownerId }) => ({
    ...{ object: kind.object, recordId: id, poolId: pool.id },
    ownerId,
  }))
  await insertMany(
    scope,
    poolEntries,
    rows.map(({ ownerId, ...row }) => ({ ...row, since: at, reason, formerOwnerId: ownerId })),
  )
  await insertMany(
    scope,
    poolMoves,
    rows.map((row) => ({ ...row, id: newId(), deed: reason, at, actorId: scope.actorId })),
  )
  await addLines(
    scope,
    kind.object,
    held.map(({ id }) => ({
      ...{ recordId: id, kind: 'sales.pooled', data: { pool: pool.name, reason } },
    })),
  )
  return held.length
}

export type Taken = 'taken' | 'gone' | Refused

type Taker = { id: string; name: string; departmentId: string | null; department: string | null }

/**
 * Gives a record of a pool to somebody, by their own claim or by who assigns it. Of two at once the
 * second finds it gone.
 */
export async function takeFromPool(
  scope: Scope,
  registry: Registry,
  { kind }: Pooled,
  pool: Pool,
  id: string,
  taker: Taker,
  deed: 'claimed' | 'assigned',
): Promise<Taken> {
  const company = scope.company.id
  // One after the other for one person: two claims at once must not both fit under a limit.
  await scope.db.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(${`sales.pool ${company} ${taker.id}`}, 0))`)
  const [entry] = await scope.db.execute<{ since: Date; formerOwnerId: string | null }>(sql`
    select since, former_owner_id as "formerOwnerId" from ${poolEntries}
    where company_id = ${company} and object = ${kind.object} and record_id = ${id}
      and pool_id = ${pool.id} for update`)
  if (!entry) return 'gone'
  const refused = await mayHave(scope, kind, pool, entry, taker, deed)
  if (refused) return refused
  await scope.db.execute(sql`
    delete from ${poolEntries} where company_id = ${company} and object = ${kind.object}
      and record_id = ${id}`)
  const held = await holdAny(scope, kind, sql`${kind.table.id} = ${id}`)
  const place: Place = {
    owner: { id: taker.id, name: taker.name },
    department: taker.departmentId
      ? { id: taker.departmentId, name: taker.department ?? '' }
      : null,
  }
  await handTo(scope, registry, kind, held, place)
  await Promise.all([
    scope.db.insert(poolMoves).values({
      ...{ companyId: company, id: newId(), object: kind.object, recordId: id, poolId: pool.id },
      ...{ deed, at: scope.now(), actorId: scope.actorId, ownerId: taker.id },
    }),
    addLines(scope, kind.object, [
      { recordId: id, kind: `sales.pool-${deed}`, data: { pool: pool.name, name: taker.name } },
    ]),
    tell(registry, scope, `sales.pool.${deed}`, { id, object: kind.object, owner: taker.id }),
  ])
  return 'taken'
}
