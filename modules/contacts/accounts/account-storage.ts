import { sql } from 'drizzle-orm'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { ownColumn, ownFrom, searchedTexts } from '../../../core/own-fields/values.ts'
import { type Keys, keysOf } from '../../../core/records/keys.ts'
import type { Storage } from '../../../core/records/storage.ts'
import { digitsOf, filled, phoneFrom } from '../../../core/records/stored.ts'
import type { Scope } from '../../../core/scope.ts'
import { companyKey } from '../../../core/values/company-key.ts'
import { emailKey } from '../../../core/values/email.ts'
import { firmDomain } from '../../../core/values/firm-domain.ts'
import { accountKind } from '../kinds.ts'
import type { AccountValues } from './account-fields.ts'

/** The columns that hold what people know about an account. */
export type Stored = {
  name: string
  creditCode: string | null
  industry: string
  region: string
  level: string
  source: string
  phone: string
  phoneE164: string | null
  email: string
  website: string
  address: string
  stockCode: string
  listedOn: string | null
  foundedYear: number | null
  employees: number | null
  revenueMinor: number | string | null
  revenueCurrency: string | null
  about: string
  own: Record<string, unknown>
}

/** Those columns, for a query. */
export const storedAccount = sql`accounts.name, accounts.credit_code as "creditCode",
  accounts.industry, accounts.region, accounts.level, accounts.source, accounts.phone,
  accounts.phone_e164 as "phoneE164", accounts.email, accounts.website, accounts.address,
  accounts.stock_code as "stockCode", accounts.listed_on::text as "listedOn",
  accounts.founded_year as "foundedYear", accounts.employees,
  accounts.revenue_minor as "revenueMinor", accounts.revenue_currency as "revenueCurrency",
  accounts.about, accounts.own`

/** What is stored, as values. */
export const accountFrom = (row: Stored): AccountValues & OwnValues => ({
  name: row.name,
  creditCode: row.creditCode,
  industry: filled(row.industry),
  region: filled(row.region),
  level: filled(row.level),
  source: filled(row.source),
  phone: phoneFrom(row.phone, row.phoneE164),
  email: filled(row.email),
  website: filled(row.website),
  address: filled(row.address),
  stockCode: filled(row.stockCode),
  listedOn: row.listedOn,
  foundedYear: row.foundedYear,
  employees: row.employees,
  revenue: row.revenueCurrency
    ? { minor: Number(row.revenueMinor), currency: row.revenueCurrency }
    : null,
  about: filled(row.about),
  ...ownFrom(row.own),
})

export type AccountColumns = Omit<Stored, 'revenueMinor'> &
  Keys & {
    revenueMinor: number | null
    emailKey: string | null
    domain: string | null
    companyKey: string
  }

/** Values as columns, with the keys an account is found by. */
export function accountColumns(scope: Scope, values: AccountValues & OwnValues): AccountColumns {
  const { name, creditCode, phone, email, website, stockCode, revenue } = values
  return {
    name,
    creditCode,
    industry: values.industry ?? '',
    region: values.region ?? '',
    level: values.level ?? '',
    source: values.source ?? '',
    phone: phone?.text ?? '',
    phoneE164: phone?.e164 ?? null,
    email: email ?? '',
    emailKey: email && emailKey(email),
    website: website ?? '',
    domain: firmDomain(website, email) ?? null,
    companyKey: companyKey(name),
    address: values.address ?? '',
    stockCode: stockCode ?? '',
    listedOn: values.listedOn,
    foundedYear: values.foundedYear,
    employees: values.employees,
    revenueMinor: revenue?.minor ?? null,
    revenueCurrency: revenue?.currency ?? null,
    about: values.about ?? '',
    own: ownColumn(values),
    ...keysOf(
      name,
      [digitsOf(phone), creditCode, stockCode, email],
      'firm',
      searchedTexts(scope.own.live(accountKind.object), values),
    ),
  }
}

/** How an account stands in its table. */
export const accountStorage: Storage<AccountValues & OwnValues, Stored> = {
  kind: accountKind,
  stored: storedAccount,
  valuesFrom: accountFrom,
  columnsOf: accountColumns,
}
