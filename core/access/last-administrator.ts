import { sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'

/**
 * Whether a person is the only administrator who can sign in. Somebody who was added but has no
 * password yet does not count: their link may never be opened.
 */
export async function isLastAdministrator(scope: Scope, id: string): Promise<boolean> {
  const administrators = await scope.db.execute<{ id: string }>(sql`
    select u.id from core.users u
    join core.user_roles r on r.company_id = u.company_id and r.user_id = u.id and r.role = 'admin'
    where u.company_id = ${scope.company.id} and u.disabled_at is null
      and u.password_hash is not null`)
  return administrators.length === 1 && administrators[0]?.id === id
}
