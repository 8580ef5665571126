import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Named } from '../../../core/records/stored.ts'
import type { Scope } from '../../../core/scope.ts'
import { readingOf } from '../../../core/transfer/reading.ts'
import { emailKey } from '../../../core/values/email.ts'
import { searchText } from '../../../core/values/names.ts'
import { parsePhone } from '../../../core/values/phone.ts'
import { accountMeant } from '../accounts/account-picking.ts'
import { personKind } from '../kinds.ts'
import { people } from '../schema.ts'

/** The live record a person means by what they typed; see `accountMeant`. */
export const recordMeant = (scope: Scope, end: 'person' | 'account', typed: string) =>
  end === 'account' ? accountMeant(scope, typed) : personMeant(scope, typed)

/** A contact by name, or by e-mail or number when several have that name. */
async function personMeant(scope: Scope, typed: string): Promise<Named | 'several' | undefined> {
  const phone = parsePhone(typed, readingOf(scope.company))
  const e164 = phone.ok ? phone.value.e164 : null
  const found = await scope.db.execute<Named>(sql`
    select id, name from ${people} where company_id = ${scope.company.id} and archived_at is null
      and (name_key = ${searchText(typed)} or email_key = ${emailKey(typed.trim())}
        or mobile_e164 = ${e164} or phone_e164 = ${e164})
      and ${within(scope, personKind.view, people)} order by id limit 2`)
  return found.length > 1 ? 'several' : found[0]
}
