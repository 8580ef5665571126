import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { writtenColumns } from '../db/columns.ts'
import type { Scope } from '../scope.ts'

/**
 * Puts rows back that were kept as JSON, to the letter: the database reads them itself, so that no
 * number goes through one of JavaScript's. Columns a later version added take their default; a row
 * that is there by now stays as it is.
 * @param kept a query of one column, the rows
 */
export async function restoreRows(scope: Scope, table: PgTable, kept: SQL): Promise<void> {
  const keys = await scope.db.execute<{ key: string }>(sql`
    select distinct jsonb_object_keys(kept) as key from (${kept}) rows (kept)`)
  const known = new Set(keys.map(({ key }) => key))
  const columns = writtenColumns(table).filter(({ name }) => known.has(name))
  if (columns.length === 0) return
  const list = sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  )
  await scope.db.execute(sql`
    insert into ${table} (${list})
    select ${list} from jsonb_populate_recordset(null::${table},
      (select jsonb_agg(kept) from (${kept}) rows (kept)))
    on conflict do nothing`)
}
