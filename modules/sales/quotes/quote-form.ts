import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { currencies } from '../../../core/settings/company.ts'
import { parseDate } from '../../../core/values/date.ts'
import { parseText } from '../../../core/values/text.ts'
import { type Line, readLines } from '../lines/line-form.ts'
import { type Taxing, taxings } from '../lines/totals.ts'
import { readAccountField } from '../papers/account-field.ts'
import { type OfDeal, readDealField } from '../papers/deal-field.ts'
import { departmentsUp } from '../products/prices.ts'
import { quoteText } from './messages.ts'

/** What a person says of a quote. Days are ISO days. */
export type QuoteValues = {
  title: string
  accountId: string
  personId: string | null
  /** The deal it is part of; none when left out. */
  dealId?: string | null
  attention: string
  currency: string
  taxing: Taxing
  validUntil: string
  terms: string
  lines: Line[]
}

const isTaxing = (text: string | undefined): text is Taxing =>
  taxings.some((taxing) => taxing === text)

/** Reads the form of a quote; lines without a price get that of the price book. */
export async function readQuoteForm(
  scope: Scope,
  raw: Raw,
  departmentId: string | null,
  old?: OfDeal,
): Promise<{ values: QuoteValues; errors: Errors }> {
  const t = quoteText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const currency = raw.currency ?? ''
  if (!currencies.includes(currency)) fields.refuse('currency', t.badCurrency)
  if (!isTaxing(raw.taxing)) fields.refuse('taxing', t.badTaxing)
  const account = await readAccountField(scope, fields, raw)
  const attention = fields.may('attention', (text) => parseText(text, { most: 100 })) ?? ''
  const validUntil = fields.need('validUntil', t.validUntil, parseDate, '')
  if (validUntil < today(scope)) fields.refuse('validUntil', t.validPast)
  const values = {
    title: fields.may('title', (text) => parseText(text, { most: 200 })) ?? '',
    accountId: account?.id ?? '',
    personId: account && attention ? await personNamed(scope, account.id, attention) : null,
    dealId: await readDealField(scope, fields, raw, old),
    attention,
    currency,
    taxing: isTaxing(raw.taxing) ? raw.taxing : 'included',
    validUntil,
    terms: fields.may('terms', (text) => parseText(text, { most: 5000 })) ?? '',
  }
  const { lines, errors } = await readLines(scope, raw, {
    currency: currencies.includes(currency) ? currency : scope.company.currency,
    level: account?.level ?? '',
    day: today(scope),
    departments: await departmentsUp(scope, departmentId),
  })
  return { values: { ...values, lines }, errors: { ...fields.errors, ...errors } }
}

/** Who works for the account under this name, if it is one person. */
async function personNamed(scope: Scope, account: string, name: string): Promise<string | null> {
  const rows = await scope.db.execute<{ id: string }>(sql`
    select p.id from contacts.people p join contacts.person_accounts w
      on w.company_id = p.company_id and w.person_id = p.id
    where p.company_id = ${scope.company.id} and w.account_id = ${account} and p.name = ${name}
      and p.archived_at is null limit 2`)
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}
