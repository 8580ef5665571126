import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import { emailKey } from '../../../core/values/email.ts'
import { people } from '../../contacts/public.ts'
import type { Sender } from '../mail/reading.ts'

/**
 * The contact that a sender is: the only one with the address, or the only one of several with the
 * name as well. Nobody is made up, and nothing of a contact is changed: an address is easily forged.
 */
export async function personOf(
  { db, company }: Pick<Scope, 'db' | 'company'>,
  { name, address }: Sender,
): Promise<string | null> {
  const found = await db.execute<{ id: string; name: string }>(sql`
    select id, name from ${people}
    where company_id = ${company.id} and email_key = ${emailKey(address)} and archived_at is null
    order by id limit 20`)
  const named = found.length > 1 ? found.filter((person) => person.name === name.trim()) : found
  return named.length === 1 ? (named[0]?.id ?? null) : null
}
