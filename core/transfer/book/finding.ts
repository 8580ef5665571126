import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { RecordKind } from '../../records/kind.ts'
import type { Scope } from '../../scope.ts'

/** What records are looked up by: a column, and the keys wanted there. */
export type Wanted = { column: PgColumn; keys: readonly string[] }

/**
 * The ids of the records that have one of these keys, whoever may see them: what comes of it is
 * still to be narrowed. Each key is one look into an index, however little the planner knows yet of
 * a table that is just being filled; a condition with `any` made it read all of it for every batch.
 */
export async function idsByKeys(
  scope: Scope,
  { table }: Pick<RecordKind, 'table'>,
  wanted: readonly Wanted[],
): Promise<string[]> {
  const looks = wanted
    .filter(({ keys }) => keys.length > 0)
    .map(
      ({ column, keys }): SQL => sql`
        select found.id from unnest(${sql.param([...new Set(keys)])}::text[]) as wanted (key)
        cross join lateral (select ${table.id} as id from ${table}
          where ${table.companyId} = ${scope.company.id} and ${column} = wanted.key offset 0) found`,
    )
  if (looks.length === 0) return []
  const found = await scope.db.execute<{ id: string }>(sql.join(looks, sql` union `))
  return found.map(({ id }) => id)
}
