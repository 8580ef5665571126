import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import { accounts, people, personAccounts } from '../schema.ts'

/**
 * How far one thing in common goes towards being one record, between 0 and 1. Several add up as
 * independent witnesses do: 1 − Π(1 − w). A firm's name is nearly its identity; a telephone may be a
 * landlord's; a domain is a group's. A person's name is common, and counts beside something else.
 */
export const weights = {
  accounts: { creditCode: 0.98, name: 0.8, email: 0.6, phone: 0.5, domain: 0.3 },
  people: { email: 0.85, wechat: 0.85, mobile: 0.75, name: 0.6, phone: 0.2 },
} as const

/** Less likely pairs are nobody's time worth. */
export const leastScore = 0.45

type Key = { reason: string; column: SQL; from: SQL; where?: SQL }

/** What records are looked together by: each key of each record, one row for each. */
export function keysOf(scope: Scope, list: 'accounts' | 'people'): SQL {
  const table = list === 'accounts' ? accounts : people
  const from = sql`${table}`
  const plain = (reason: string, column: SQL): Key => ({ reason, column, from })
  const keys: Record<typeof list, Key[]> = {
    accounts: [
      plain('creditCode', sql`${accounts.creditCode}`),
      plain('name', sql`${accounts.companyKey}`),
      plain('email', sql`${accounts.emailKey}`),
      plain('phone', sql`${accounts.phoneE164}`),
      plain('domain', sql`${accounts.domain}`),
    ],
    people: [
      plain('email', sql`${people.emailKey}`),
      plain('wechat', sql`nullif(${people.wechat}, '')`),
      plain('mobile', sql`${people.mobileE164}`),
      plain('phone', sql`${people.mobileE164}`),
      plain('phone', sql`${people.phoneE164}`),
      {
        reason: 'name',
        column: sql`${people.nameKey} || ' ' || ${personAccounts.accountId}`,
        from: sql`${people} join ${personAccounts} on
          ${personAccounts.companyId} = ${people.companyId}
          and ${personAccounts.personId} = ${people.id}`,
      },
    ],
  }
  return sql.join(
    keys[list].map(
      ({ reason, column, from }) => sql`
      select ${reason}::text as reason, ${column} as key, ${table.id} as id from ${from}
      where ${table.companyId} = ${scope.company.id} and ${table.archivedAt} is null
        and ${column} is not null`,
    ),
    sql` union all `,
  )
}

/** What two records cannot both be: one firm has one code. */
export const contradiction = (list: 'accounts' | 'people'): SQL =>
  list === 'people'
    ? sql`false`
    : sql`(x.credit_code <> y.credit_code
        or (x.stock_code <> '' and y.stock_code <> '' and x.stock_code <> y.stock_code))`
