import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import { companyKey } from '../../../core/values/company-key.ts'
import { emailKey } from '../../../core/values/email.ts'
import { firmDomain } from '../../../core/values/firm-domain.ts'

const batch = 2_000

type Row = { id: string; name: string; email: string; website: string }

/**
 * Computes the keys of accounts that were written before there were any; nothing else of them
 * changes, their version included.
 * @returns how many; fewer than a batch when there are no more
 */
export async function fillKeys(scope: Scope): Promise<{ more: boolean }> {
  const company = scope.company.id
  const rows = await scope.db.execute<Row>(sql`
    select id, name, email, website from contacts.accounts
    where company_id = ${company} and company_key is null order by id limit ${batch} for update`)
  const keys = rows.map(({ id, name, email, website }) => ({
    id,
    company_key: companyKey(name),
    email_key: email ? emailKey(email) : null,
    domain: firmDomain(website, email) ?? null,
  }))
  if (keys.length > 0)
    await scope.db.execute(sql`
      update contacts.accounts set company_key = k.company_key, email_key = k.email_key,
        domain = k.domain
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
        as k (id uuid, company_key text, email_key text, domain text)
      where accounts.company_id = ${company} and accounts.id = k.id`)
  return { more: rows.length === batch }
}
