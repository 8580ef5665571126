import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Scope } from '../../scope.ts'

/**
 * Updates many rows in one statement: each row's columns from one JSON text, with a new version.
 * @param rows all with the same columns, and the id
 */
export async function updateMany(
  scope: Scope,
  table: PgTable,
  rows: readonly ({ id: string } & Record<string, unknown>)[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = getTableColumns(table)
  const nameOf = (field: string) => columns[field]?.name ?? field
  const sets: SQL[] = Object.keys(first)
    .filter((field) => field !== 'id')
    .map((field) => sql`${sql.identifier(nameOf(field))} = given.${sql.identifier(nameOf(field))}`)
  const named = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([field, value]) => [nameOf(field), value])),
  )
  await scope.db.execute(sql`
    update ${table} as kept set ${sql.join(sets, sql`, `)}, updated_at = now(),
      version = kept.version + 1
    from jsonb_populate_recordset(null::${table}, ${JSON.stringify(named)}::jsonb) as given
    where kept.company_id = ${scope.company.id} and kept.id = given.id`)
}

/**
 * Has the scope's transaction write rows of a file by itself: two imports at once would each miss
 * what the other is just making, so the second one waits. What rows may mean is looked up by index
 * alone: of a table that was empty a moment ago the planner knows nothing yet, and would read all of
 * it for every batch.
 */
export async function importAlone(scope: Scope): Promise<void> {
  await scope.db.execute(sql`
    select pg_advisory_xact_lock(hashtext('core.import'), hashtext(${scope.company.id})),
      set_config('enable_seqscan', 'off', true)`)
}
