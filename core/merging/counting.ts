import { sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'
import type { Belonging } from './belonging.ts'

/** How many rows belong to each record at each place, in the order of the belongings. */
export async function countBelongings(
  scope: Scope,
  belongings: readonly Belonging[],
  ids: readonly string[],
): Promise<Map<string, number[]>> {
  const counts = new Map(ids.map((id) => [id, belongings.map(() => 0)]))
  const queries = belongings.map(
    ({ of, table, column, object }, at) => sql`
    select ${at}::int as at, ${sql.identifier(column.name)} as id, count(*)::int as count
    from ${table} where company_id = ${scope.company.id}
      and ${sql.identifier(column.name)} = any(${sql.param(ids)}::uuid[])
      ${object ? sql`and ${sql.identifier(object.name)} = ${of}` : sql``} group by 2`,
  )
  const rows = await scope.db.execute<{ at: number; id: string; count: number }>(
    sql.join(queries, sql` union all `),
  )
  for (const { at, id, count } of rows) (counts.get(id) as number[])[at] = count
  return counts
}
