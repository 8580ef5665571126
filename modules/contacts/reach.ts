import { sql } from 'drizzle-orm'
import { within } from '../../core/access/within.ts'
import { notFound } from '../../core/http/refusal.ts'
import type { Scope } from '../../core/scope.ts'
import type { RecordKind } from './kinds.ts'

/** Makes sure that a permission reaches every one of these records. @throws Refusal 404 else */
export async function requireReach(
  scope: Scope,
  { table }: RecordKind,
  ids: readonly string[],
  permission: string,
): Promise<void> {
  const [row] = await scope.db.execute<{ count: number }>(sql`
    select count(*)::int as count from ${table}
    where ${table.companyId} = ${scope.company.id} and ${table.id} = any(${sql.param(ids)}::uuid[])
      and ${within(scope, permission, table)}`)
  if (row?.count !== new Set(ids).size) throw notFound()
}
