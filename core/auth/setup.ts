import { sql } from 'drizzle-orm'
import { hasCompany } from '../access/companies.ts'
import type { Pool } from '../db/connection.ts'
import { type Database, inNoCompany } from '../db/database.ts'
import { notFound } from '../http/refusal.ts'
import { hashToken, newToken } from './token.ts'

/**
 * Makes the one-time link of the first run; an earlier one stops working.
 * @returns its token, or undefined when the install already serves a company
 */
export const issueSetupToken = (pool: Pool): Promise<string | undefined> =>
  inNoCompany(pool, async (db) => {
    if (await hasCompany(db)) return undefined
    const token = newToken()
    await db.execute(sql`
      insert into core.installation (name, value) values ('setup', ${hashToken(token)})
      on conflict (name) do update set value = excluded.value, at = now()`)
    return token
  })

/** Whether the install serves a company already, so that there is somebody to sign in as. */
export const isFounded = (pool: Pool): Promise<boolean> => inNoCompany(pool, hasCompany)

/** Whether a token opens the first-run page now. */
export const isSetupToken = (pool: Pool, token: string): Promise<boolean> =>
  inNoCompany(pool, async (db) => !(await hasCompany(db)) && (await holds(db, token)))

/**
 * Uses the first-run link up, in the transaction that founds the company: of two people who send
 * the form at once, one succeeds and the other finds nothing there.
 */
export async function useSetupToken(db: Database, token: string): Promise<void> {
  const used = await db.execute(sql`
    delete from core.installation where name = 'setup' and value = ${hashToken(token)} returning name`)
  if (used.length === 0 || (await hasCompany(db))) throw notFound()
}

async function holds(db: Database, token: string): Promise<boolean> {
  const found = await db.execute(sql`
    select from core.installation where name = 'setup' and value = ${hashToken(token)}`)
  return found.length === 1
}
