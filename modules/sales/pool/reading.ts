import { sql } from 'drizzle-orm'
import { type Cursor, cutPage, type Page, pageOf } from '../../../core/records/paging.ts'
import type { Scope } from '../../../core/scope.ts'
import { searchQuery } from '../../../core/values/names.ts'
import type { Pooled } from './kinds.ts'
import type { Pool } from './pools.ts'
import { poolEntries } from './schema.ts'

export const pageSize = 50

/** A record of a pool as those see it who may claim it; what its pool hides is not even read. */
export type PoolRow = {
  id: string
  sortedBy: string
  name: string
  poolId: string
  since: Date
  former: string | null
  shown: Record<string, string | null>
}

/** One page of what lies in pools, what came last first. */
export async function readPoolPage(
  scope: Scope,
  { kind, shown }: Pooled,
  pools: readonly Pool[],
  query: string,
  cursor: Cursor | undefined,
): Promise<Page<PoolRow>> {
  const { table, object } = kind
  const company = scope.company.id
  const { condition, order } = pageOf(
    { column: sql`e.since`, cast: 'timestamptz' },
    sql`e.record_id`,
    'desc',
    cursor,
  )
  // By the name alone: whoever may not read a number must not find out whose it is either.
  const { words } = searchQuery(query)
  const found = words ? sql`and strpos(${table.nameKey}, ${words}) > 0` : sql``
  const fields = Object.entries(shown).map(
    ([name, column]) => sql`${name}::text, case when not ${hiding(pools, name)} then ${column} end`,
  )
  const rows = await scope.db.execute<PoolRow>(sql`
    select e.record_id as id, e.since::text as "sortedBy", ${table.name} as name,
      e.pool_id as "poolId", e.since, u.name as former,
      json_build_object(${sql.join(fields, sql`, `)}) as shown
    from ${poolEntries} e
    join ${table} on ${table.companyId} = ${company} and ${table.id} = e.record_id
      and ${table.archivedAt} is null
    left join core.users u on u.company_id = ${company} and u.id = e.former_owner_id
    where e.company_id = ${company} and e.object = ${object} ${found}
      and e.pool_id = any(${sql.param(pools.map(({ id }) => id))}::uuid[]) and ${condition}
    order by ${order} limit ${pageSize + 1}`)
  return cutPage(rows, pageSize, cursor)
}

/** Whether the pool of a row hides a field. */
const hiding = (pools: readonly Pool[], name: string) => {
  const ids = pools.filter(({ hidden }) => hidden.includes(name)).map(({ id }) => id)
  return sql`(e.pool_id = any(${sql.param(ids)}::uuid[]))`
}

/** The name of a record that lies in one of these pools, and in which; undefined when it is gone. */
export async function pooledName(
  scope: Scope,
  { kind }: Pooled,
  pools: readonly Pool[],
  id: string,
): Promise<{ name: string; pool: Pool } | undefined> {
  const { table, object } = kind
  const company = scope.company.id
  const [row] = await scope.db.execute<{ name: string; poolId: string }>(sql`
    select ${table.name} as name, e.pool_id as "poolId" from ${poolEntries} e
    join ${table} on ${table.companyId} = ${company} and ${table.id} = e.record_id
    where e.company_id = ${company} and e.object = ${object} and e.record_id = ${id}`)
  const pool = pools.find((one) => one.id === row?.poolId)
  return row && pool ? { name: row.name, pool } : undefined
}

/** How many lie there at all, up to a point. */
export async function countPooled(
  scope: Scope,
  { kind }: Pooled,
  pools: readonly Pool[],
): Promise<number> {
  const [row] = await scope.db.execute<{ count: number }>(sql`
    select count(*)::int as count from (select from ${poolEntries} e
      where e.company_id = ${scope.company.id} and e.object = ${kind.object}
        and e.pool_id = any(${sql.param(pools.map(({ id }) => id))}::uuid[])
      limit ${mostCounted + 1}) counted`)
  return row?.count ?? 0
}

/** Beyond this many a pool says "more than". */
export const mostCounted = 10_000
