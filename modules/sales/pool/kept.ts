import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Calendar } from '../../../core/calendar/calendar.ts'
import type { Part } from '../../../core/db/together.ts'
import type { Scope } from '../../../core/scope.ts'
import { activities } from '../../contacts/public.ts'
import { deals } from '../deals/schema.ts'
import type { Pooled } from './kinds.ts'
import { type Pool, ruleFor } from './pools.ts'
import { type Due, dueOf } from './rules.ts'

/** A record that somebody looks after, and what the rules ask of it. */
export type Kept = {
  id: string
  ownerId: string
  level: string
  since: string
  followedUp: string | null
  hasDeal: boolean
}

/**
 * What the rules ask of a record. Each question looks one record up in an index: asked whether deals
 * exist, the database would read all the deals there are for a batch.
 */
function factsOf({ company }: Scope, { kind: { table, object, module }, level }: Pooled) {
  const day = (at: SQL) => sql`(${at} at time zone ${company.timeZone})::date::text`
  return sql`${table.id} as id, ${table.ownerId} as "ownerId", ${level} as level,
    ${day(sql`greatest(${table.createdAt}, (select max(t.at) from core.timeline t
      where t.company_id = ${company.id} and t.object = ${object} and t.record_id = ${table.id}
        and t.kind = ${`${module}.assigned`}))`)} as since,
    ${day(sql`(select max(a.happened_at) from ${activities} a where a.company_id = ${company.id}
      and a.object = ${object} and a.record_id = ${table.id} and a.archived_at is null)`)} as "followedUp",
    (select d.id from ${deals} d where d.company_id = ${company.id} and d.account_id = ${table.id}
      and d.archived_at is null and d.outcome <> 'lost' limit 1) is not null as "hasDeal"`
}

/** Where a batch of records ends, as an index has them in order. */
export type Place = { sortName: string; id: string }

/** So many records are gone through in one transaction. */
export const batchSize = 1_000

/** One batch of what the people of a department look after, by name. @param after the last one before */
export const keptIn = (
  scope: Scope,
  pooled: Pooled,
  department: string,
  after?: Place,
): Promise<(Kept & Place)[]> => {
  const { table } = pooled.kind
  const { sortName, id } = after ?? {}
  const behind = after ? sql`(${table.sortName}, ${table.id}) > (${sortName}, ${id})` : sql`true`
  return scope.db.execute<Kept & Place>(sql`
    select ${factsOf(scope, pooled)}, ${table.sortName} as "sortName" from ${table}
    where ${table.companyId} = ${scope.company.id} and ${table.departmentId} = ${department}
      and ${table.ownerId} is not null and ${pooled.live} and ${behind}
    order by ${table.sortName}, ${table.id} limit ${batchSize}`)
}

/** What the rules ask of one record, and the departments its people stand in, upwards. */
export type KeptIn = Kept & { above: string[] }

/** One record for who may let it go, to be read in company; nothing where nobody looks after it. */
export function keptRecord(scope: Scope, pooled: Pooled, id: string): Part<KeptIn> {
  const { table, assign } = pooled.kind
  const companyId = scope.company.id
  const query = sql`
    select ${factsOf(scope, pooled)}, (
      with recursive above as (
        select id, parent_id from core.departments
        where company_id = ${companyId} and id = ${table.departmentId}
        union all
        select d.id, d.parent_id from core.departments d join above on d.id = above.parent_id
        where d.company_id = ${companyId})
      select coalesce(array_agg(id), '{}') from above) as above
    from ${table} where ${table.companyId} = ${companyId} and ${table.id} = ${id}
      and ${table.ownerId} is not null and ${pooled.live} and ${within(scope, assign, table)}`
  return { query }
}

/** The last day on which its owner keeps a record, by the first pool that would take it. */
export function dueOfRecord(
  calendar: Calendar,
  pools: readonly Pool[],
  kept: KeptIn,
): Due | undefined {
  for (const pool of pools) {
    if (!kept.above.includes(pool.departmentId)) continue
    const due = dueOf(calendar, ruleFor(pool, kept.level), kept)
    if (due) return due
  }
  return undefined
}
