import { sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import { notFound } from '../http/refusal.ts'
import type { Scope } from '../scope.ts'
import type { RecordKind } from './kind.ts'

/** The name of a record that a permission reaches. @throws Refusal 404 else */
export async function reachedName(
  scope: Scope,
  { table }: RecordKind,
  id: string,
  permission: string,
): Promise<string> {
  const [row] = await scope.db.execute<{ name: string }>(sql`
    select ${table.name} as name from ${table} where ${table.companyId} = ${scope.company.id}
      and ${table.id} = ${id} and ${within(scope, permission, table)}`)
  if (!row) throw notFound()
  return row.name
}

/** Makes sure that a permission reaches every one of these records. @throws Refusal 404 else */
export async function requireReach(
  scope: Scope,
  kind: RecordKind,
  ids: readonly string[],
  permission: string,
): Promise<void> {
  if (!(await reaches(scope, kind, ids, permission))) throw notFound()
}

/** Those of some records that a permission reaches. */
export async function reachedIds(
  scope: Scope,
  { table }: RecordKind,
  ids: readonly string[],
  permission: string,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await scope.db.execute<{ id: string }>(sql`
    select ${table.id} as id from ${table}
    where ${table.companyId} = ${scope.company.id} and ${table.id} = any(${sql.param(ids)}::uuid[])
      and ${within(scope, permission, table)}`)
  return new Set(rows.map(({ id }) => id))
}

/** Whether a permission reaches every one of these records. */
export async function reaches(
  scope: Scope,
  kind: RecordKind,
  ids: readonly string[],
  permission: string,
): Promise<boolean> {
  return (await reachedIds(scope, kind, ids, permission)).size === new Set(ids).size
}
