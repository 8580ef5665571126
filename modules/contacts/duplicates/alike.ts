import { sql } from 'drizzle-orm'
import { companyKey } from '../../../core/values/company-key.ts'
import { emailKey } from '../../../core/values/email.ts'
import { firmDomain } from '../../../core/values/firm-domain.ts'
import { searchText } from '../../../core/values/names.ts'
import type { AccountValues } from '../accounts/account-fields.ts'
import type { PersonValues } from '../people/person-fields.ts'
import { accounts, people, personAccounts } from '../schema.ts'
import type { Arm, Reason } from './similar.ts'

type Keys<Name extends string> = Partial<Record<Name, string | null | undefined>>

/** Keys that were not there before: who saves something else is not asked about the rest again. */
function fresh<Name extends string>(now: Keys<Name>, before: Keys<Name>): Keys<Name> {
  const names = Object.keys(now) as Name[]
  return Object.fromEntries(
    names
      .filter((name) => now[name] && now[name] !== before[name])
      .map((name) => [name, now[name]]),
  ) as Keys<Name>
}

const accountKeys = (values: Partial<AccountValues>) => ({
  creditCode: values.creditCode,
  name: values.name && companyKey(values.name),
  phone: values.phone?.e164,
  email: values.email && emailKey(values.email),
  domain: firmDomain(values.website ?? null, values.email ?? null),
})

const accountColumn = {
  creditCode: accounts.creditCode,
  name: accounts.companyKey,
  phone: accounts.phoneE164,
  email: accounts.emailKey,
  domain: accounts.domain,
}

/** What another account may have in common with what is typed. @param old as it is stored */
export const accountArms = (values: Partial<AccountValues>, old?: AccountValues): Arm[] =>
  (
    Object.entries(fresh(accountKeys(values), accountKeys(old ?? {}))) as [
      keyof typeof accountColumn,
      string,
    ][]
  ).map(([reason, key]) => ({ reason, rows: sql`${accountColumn[reason]} = ${key}` }))

const personKeys = (values: Partial<PersonValues>) => ({
  mobile: values.mobile?.e164,
  phone: values.phone?.e164,
  email: values.email && emailKey(values.email),
  wechat: values.wechat,
  name: values.name && searchText(values.name),
})

/** Names alone say little: a second one counts at the same account. */
type At = { account?: string; self?: string }

/**
 * What another contact may have in common with what is typed.
 * @param at the account typed beside a new contact, or whose accounts are looked through
 */
export function personArms(values: Partial<PersonValues>, at: At, old?: PersonValues): Arm[] {
  const { mobile, phone, email, wechat, name } = fresh(personKeys(values), personKeys(old ?? {}))
  const arm = (reason: Reason, rows: Arm['rows']): Arm => ({ reason, rows })
  return [
    ...[mobile, phone].flatMap((number) =>
      number
        ? [
            arm('phone', sql`${people.mobileE164} = ${number}`),
            arm('phone', sql`${people.phoneE164} = ${number}`),
          ]
        : [],
    ),
    ...(email ? [arm('email', sql`${people.emailKey} = ${email}`)] : []),
    ...(wechat ? [arm('wechat', sql`${people.wechat} = ${wechat}`)] : []),
    ...(name && (at.account || at.self) ? [arm('name', namesake(name, at))] : []),
  ]
}

function namesake(name: string, { account, self }: At) {
  const employer = self
    ? sql`w.account_id in (select mine.account_id from ${personAccounts} mine
        where mine.company_id = ${people.companyId} and mine.person_id = ${self})`
    : sql`w.account_id in (select a.id from ${accounts} a
        where a.company_id = ${people.companyId} and a.name_key = ${searchText(account ?? '')})`
  return sql`${people.nameKey} = ${name} and exists (select from ${personAccounts} w
    where w.company_id = ${people.companyId} and w.person_id = ${people.id} and ${employer})`
}
