import { sql } from 'drizzle-orm'
import type { Role } from '../module.ts'
import type { Scope } from '../scope.ts'

/** How many active people have each role; a role that nobody has is missing. */
export async function countRoles(scope: Scope): Promise<Map<Role, number>> {
  const rows = await scope.db.execute<{ role: Role; people: number }>(sql`
    select r.role, count(*)::int as people from core.user_roles r
    join core.users u on u.company_id = r.company_id and u.id = r.user_id
    where r.company_id = ${scope.company.id} and u.disabled_at is null group by r.role`)
  return new Map(rows.map((row) => [row.role, row.people]))
}
