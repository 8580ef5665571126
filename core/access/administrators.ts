import { sql } from 'drizzle-orm'
import type { Pool } from '../db/connection.ts'
import { inCompany } from '../db/database.ts'

/** The administrators of a company by name, at most five: the people to ask. */
export const administrators = (pool: Pool, company: string): Promise<{ name: string }[]> =>
  inCompany(pool, company, (db) =>
    db.execute<{ name: string }>(sql`
      select u.name from core.users u
      join core.user_roles r on r.company_id = u.company_id and r.user_id = u.id and r.role = 'admin'
      where u.company_id = ${company} and u.disabled_at is null order by u.name limit 5`),
  )
