import { sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'

/**
 * The administrators of a company by name, at most five: the people to ask. Read over the
 * connection the request has: a second one each, and a crowd would wait for itself for ever.
 */
export async function administrators({ db, company }: Scope): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    select u.name from core.users u
    join core.user_roles r on r.company_id = u.company_id and r.user_id = u.id and r.role = 'admin'
    where u.company_id = ${company.id} and u.disabled_at is null order by u.name limit 5`)
  return rows.map(({ name }) => name)
}
