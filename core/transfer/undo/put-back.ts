import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { writtenColumns } from '../../db/columns.ts'
import type { Scope } from '../../scope.ts'
import type { PutBack } from '../transfer.ts'

/** What no putting back changes: who the row is, and its own story. */
const kept = new Set(['id', 'company_id', 'version', 'created_at', 'updated_at'])

/**
 * Puts rows of a table back as an import found them, and archives those it made, each in one
 * statement. A row that has another version than the import left, or of which `touched` is true, is
 * left alone.
 * @param touched whether a row has been touched in a way that its version does not tell; it may
 *   speak of `kept` (the row) and of `done` (the change)
 */
export async function putBackRows(
  scope: Scope,
  table: PgTable,
  importId: string,
  recordIds: readonly string[],
  touched: SQL = sql`false`,
): Promise<PutBack[]> {
  const names = writtenColumns(table)
    .map(({ name }) => name)
    .filter((name) => !kept.has(name))
  const sets = names.map((name) => sql`${sql.identifier(name)} = old.${sql.identifier(name)}`)
  const these = sql`done.company_id = ${scope.company.id} and done.import_id = ${importId}
    and done.record_id = any(${sql.param(recordIds)}::uuid[]) and kept.company_id = done.company_id
    and kept.id = done.record_id and kept.version = done.version and not (${touched})`
  const restored = await scope.db.execute<{ id: string }>(sql`
    update ${table} as kept set ${sql.join(sets, sql`, `)}, updated_at = now(),
      version = kept.version + 1
    from core.import_changes done, jsonb_populate_record(null::${table}, done.before) as old
    where ${these} and done.deed = 'updated' returning kept.id`)
  const removed = await scope.db.execute<{ id: string }>(sql`
    update ${table} as kept set archived_at = now(), updated_at = now(), version = kept.version + 1
    from core.import_changes done
    where ${these} and done.deed = 'created' and kept.archived_at is null returning kept.id`)
  const outcomes = new Map<string, PutBack['outcome']>([
    ...restored.map(({ id }) => [id, 'restored'] as const),
    ...removed.map(({ id }) => [id, 'removed'] as const),
  ])
  return recordIds.map((recordId) => ({ recordId, outcome: outcomes.get(recordId) ?? 'left' }))
}

/** Whether something stands in a record's timeline that was written after the import was there. */
export const toldSince = (object: string, kinds?: readonly string[]): SQL => sql`exists (
  select from core.timeline told where told.company_id = done.company_id
    and told.object = ${object} and told.record_id = done.record_id and told.at > done.at
    ${kinds ? sql`and told.kind = any(${sql.param(kinds)}::text[])` : sql``})`
