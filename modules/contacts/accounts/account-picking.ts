import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Scope } from '../../../core/scope.ts'
import { searchText } from '../../../core/values/names.ts'
import { accountKind } from '../kinds.ts'
import { narrow } from '../lists/search.ts'
import { accounts } from '../schema.ts'
import type { Named } from '../stored.ts'

/**
 * The live account a person means by its name, or by its credit code when several have that name.
 * @returns several when the name alone does not tell; undefined when none is within reach
 */
export async function accountMeant(
  scope: Scope,
  typed: string,
): Promise<Named | 'several' | undefined> {
  const name = searchText(typed)
  const code = typed.replaceAll(/\s/g, '').toUpperCase()
  const found = await scope.db.execute<Named>(sql`
    select id, name from ${accounts} where company_id = ${scope.company.id}
      and (name_key = ${name} or credit_code = ${code}) and archived_at is null
      and ${within(scope, accountKind.view, accounts)} order by id limit 2`)
  return found.length > 1 ? 'several' : found[0]
}

/** Names of accounts to offer while somebody types one. */
export async function accountNames(scope: Scope, typed: string, limit = 10): Promise<string[]> {
  const narrowed = await narrow(scope, 'accounts', typed)
  if (narrowed.kind === 'all') return []
  const rows = await scope.db.execute<{ name: string }>(sql`
    select distinct name from (select name from ${accounts} where company_id = ${scope.company.id}
      and archived_at is null and ${within(scope, accountKind.view, accounts)}
      and ${narrowed.kind === 'ids' ? sql`id = any(${sql.param(narrowed.ids)}::uuid[])` : narrowed.condition}
      order by sort_name limit ${limit}) named order by name`)
  return rows.map(({ name }) => name)
}
