import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Scope } from '../../core/scope.ts'
import type { PersonName } from './cast.ts'
import type { Firm } from './office.ts'

export interface Use {
  name: string
  walks: number
  /** Entries of an index, or rows of the table, that the walks went over. */
  read: number
}

/**
 * How the transaction at hand has used each index of a table and the whole table so far. What its own
 * process has not yet reported counts too, so only the difference of two answers says anything; what
 * other processes report late never does.
 */
async function usesOf({ db }: Scope, table: string): Promise<Use[]> {
  return await db.execute<Use & Record<string, unknown>>(sql`
    with part as (
      select to_regclass(${table}::text)::oid as oid, 'whole table' as name
    union all
      select i.indexrelid, n.relname from pg_index i join pg_class n on n.oid = i.indexrelid
      where i.indrelid = to_regclass(${table}::text))
    select name, pg_stat_get_xact_numscans(oid)::int as walks,
      pg_stat_get_xact_tuples_returned(oid)::int as read
    from part`)
}

/**
 * How what somebody does walks a table, as the application's own role: what is not walked is not named.
 * @param table with its schema
 */
export async function walking(
  { inScope }: Pick<Firm, 'inScope'>,
  table: string,
  who: PersonName,
  act: (scope: Scope) => Promise<unknown>,
): Promise<Use[]> {
  return await inScope(who, async (scope) => {
    // As requests do: what they ask is planned once, for whatever values come.
    await scope.db.execute(sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`)
    const before = await usesOf(scope, table)
    await act(scope)
    const after = await usesOf(scope, table)
    expect(after.length).toBeGreaterThan(1)
    return after
      .map(({ name, walks, read }, at) => ({
        name,
        walks: walks - (before[at]?.walks ?? 0),
        read: read - (before[at]?.read ?? 0),
      }))
      .filter(({ walks }) => walks > 0)
  })
}
