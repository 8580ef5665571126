import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { isId } from '../../../core/db/id.ts'
import type { Fields } from '../../../core/http/fields.ts'
import type { Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseText } from '../../../core/values/text.ts'
import { accountMeant, accounts } from '../../contacts/public.ts'
import { paperText } from './messages.ts'

/** Where a field named `account` asks for names to offer. */
export const accountNames = '/contacts/accounts/names'

export type MeantAccount = { id: string; name: string; level: string; creditCode: string | null }

const columns = sql`accounts.id, accounts.name, accounts.level, accounts.credit_code as "creditCode"`

/**
 * The account that the field `account` names, or `accountId` when a program says which; undefined
 * with a sentence beside the field.
 */
export async function readAccountField(
  scope: Scope,
  fields: Fields,
  raw: Raw,
): Promise<MeantAccount | undefined> {
  const t = paperText(scope.locale)
  if (raw.accountId) {
    const known = isId(raw.accountId) ? await reachableAccount(scope, raw.accountId) : undefined
    if (!known) fields.refuse('accountId', t.accountUnknown)
    return known
  }
  const name = fields.need('account', t.account, (text) => parseText(text), '')
  if (!name) return undefined
  const meant = await accountMeant(scope, raw.account ?? '')
  if (meant === 'several') fields.refuse('account', t.accountSeveral)
  else if (!meant) fields.refuse('account', t.accountUnknown)
  else return reachableAccount(scope, meant.id)
  return undefined
}

/** An account within the reader's reach. */
export async function reachableAccount(
  scope: Scope,
  id: string,
): Promise<MeantAccount | undefined> {
  const [account] = await scope.db.execute<MeantAccount>(sql`
    select ${columns} from ${accounts} where company_id = ${scope.company.id} and id = ${id}
      and ${within(scope, 'contacts.accounts.view', accounts)}`)
  return account
}

/**
 * The name of the account that a paper is about, as a column; null out of the reader's reach.
 * @param accountId the paper's column
 */
export const accountName = (scope: Scope, accountId: unknown) => sql`
  (select accounts.name from ${accounts} where accounts.company_id = ${scope.company.id}
    and accounts.id = ${accountId} and ${within(scope, 'contacts.accounts.view', accounts)})`
