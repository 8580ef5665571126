import { sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import type { RecordKind } from '../records/kind.ts'
import type { Scope } from '../scope.ts'
import { narrow } from './search.ts'

/** Names of live records to offer while somebody types one. */
export async function recordNames(
  scope: Scope,
  kind: RecordKind,
  typed: string,
  limit = 10,
): Promise<string[]> {
  const { table, view } = kind
  const narrowed = await narrow(scope, kind, typed.slice(0, 100))
  if (narrowed.kind === 'all') return []
  const rows = await scope.db.execute<{ name: string }>(sql`
    select distinct name from (select ${table.name} as name from ${table}
      where ${table.companyId} = ${scope.company.id}
        and ${table.archivedAt} is null and ${within(scope, view, table)}
        and ${narrowed.kind === 'ids' ? sql`${table.id} = any(${sql.param(narrowed.ids)}::uuid[])` : narrowed.condition}
      order by ${table.sortName} limit ${limit}) named order by name`)
  return rows.map(({ name }) => name)
}
