import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import { people, personAccounts } from '../../contacts/public.ts'

type Requester = { name: string; email: string; accountId: string | null }

/**
 * Who asks: their name, their address, and the account they work for. The caller has made sure that
 * the contact may be seen.
 */
export async function requesterOf(
  { db, company }: Pick<Scope, 'db' | 'company'>,
  personId: string | null,
): Promise<Requester | undefined> {
  if (!personId) return undefined
  const [row] = await db.execute<Requester>(sql`
    select p.name, p.email, (select l.account_id from ${personAccounts} l
      where l.company_id = p.company_id and l.person_id = p.id
      order by l.primary_since is null, l.created_at, l.account_id limit 1) as "accountId"
    from ${people} p where p.company_id = ${company.id} and p.id = ${personId}`)
  return row
}
