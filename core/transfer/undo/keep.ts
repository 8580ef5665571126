import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Scope } from '../../scope.ts'

/** For how many days an import can be undone. */
export const undoDays = 30

/**
 * Keeps what a batch is about to change, before it does: each record's row as it is now, and the
 * version it will have then. Touched twice by one import, a record keeps its first row; changed by
 * somebody else in between, it keeps the version it had before that, and is left alone later.
 * @param changed ids of records whose version the batch raises by one
 * @param image what is kept of a row, as jsonb; the whole row when left out
 */
export async function keepChanged(
  scope: Scope,
  importId: string,
  table: PgTable,
  changed: readonly string[],
  image: SQL = sql`to_jsonb(kept)`,
): Promise<void> {
  if (changed.length === 0) return
  const company = scope.company.id
  await scope.db.execute(sql`
    insert into core.import_changes (company_id, import_id, record_id, deed, version, before)
    select ${company}::uuid, ${importId}::uuid, kept.id, 'updated', kept.version + 1, ${image}
    from ${table} as kept
    where kept.company_id = ${company} and kept.id = any(${sql.param(changed)}::uuid[])
    on conflict (company_id, import_id, record_id) do update set at = now(), version =
      case when import_changes.version = excluded.version - 1 then excluded.version
        else import_changes.version end`)
}

/**
 * Notes which records a batch has made, with version 1, once all of it is written: its own lines in
 * their timelines are not taken for something that happened since.
 */
export async function keepMade(
  scope: Scope,
  importId: string,
  made: readonly string[],
): Promise<void> {
  if (made.length === 0) return
  await scope.db.execute(sql`
    insert into core.import_changes (company_id, import_id, record_id, deed, version, at)
    select ${scope.company.id}::uuid, ${importId}::uuid, made.id, 'created', 1, ${scope.now()}::timestamptz
    from unnest(${sql.param(made)}::uuid[]) as made (id)`)
}

/** Marks what a batch has changed likewise, by the clock that timelines go by. */
export async function stampChanges(scope: Scope): Promise<void> {
  await scope.db.execute(sql`
    update core.import_changes set at = ${scope.now()}
    where company_id = ${scope.company.id} and at = now()`)
}

/** Lets go of what imports changed, once it is too late to undo them. */
export async function forgetChanges(scope: Scope): Promise<void> {
  await scope.db.execute(sql`
    delete from core.import_changes
    where company_id = ${scope.company.id} and at < now() - ${undoDays} * interval '1 day'`)
}
