import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Named } from '../../../core/records/stored.ts'
import type { Scope } from '../../../core/scope.ts'
import { searchText } from '../../../core/values/names.ts'
import { accountKind } from '../kinds.ts'
import { accounts } from '../schema.ts'

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
