import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { ownColumn, ownFrom, searchedTexts } from '../../../core/own-fields/values.ts'
import { keysOf } from '../../../core/records/keys.ts'
import { recordColumns, type ShownRecord } from '../../../core/records/record-columns.ts'
import { seenName } from '../../../core/records/seen-name.ts'
import type { Storage } from '../../../core/records/storage.ts'
import { digitsOf, filled, type Named, phoneFrom } from '../../../core/records/stored.ts'
import type { Scope } from '../../../core/scope.ts'
import { companyKey } from '../../../core/values/company-key.ts'
import { emailKey } from '../../../core/values/email.ts'
import { firmDomain } from '../../../core/values/firm-domain.ts'
import { accounts, people } from '../../contacts/public.ts'
import { deals } from '../deals/schema.ts'
import { viewAccounts, viewDeals, viewPeople } from '../rights.ts'
import { leadKind } from './kind.ts'
import type { LeadValues } from './lead-fields.ts'
import { leads } from './schema.ts'
import type { Status } from './statuses.ts'

/** What a lead became; what lies out of the reader's reach has no name. */
export type Converted = {
  convertedAt: Date | null
  convertedBy: string | null
  accountId: string | null
  account: Named | null
  personId: string | null
  contact: Named | null
  dealId: string | null
  deal: Named | null
}

/** A lead as its page shows it. */
export type LeadRecord = ShownRecord<LeadValues & OwnValues> & Converted

/** The columns that hold what people know about a lead. */
export type Stored = {
  name: string
  person: string
  title: string
  mobile: string
  mobileE164: string | null
  phone: string
  phoneE164: string | null
  email: string
  wechat: string
  website: string
  industry: string
  region: string
  source: string
  status: Status
  about: string
  own: Record<string, unknown>
}

/** Those columns, for a query. */
export const storedLead = sql`leads.name, leads.person, leads.title, leads.mobile,
  leads.mobile_e164 as "mobileE164", leads.phone, leads.phone_e164 as "phoneE164", leads.email,
  leads.wechat, leads.website, leads.industry, leads.region, leads.source, leads.status,
  leads.about, leads.own`

/** Reads one lead with all its page shows, in one query. @throws Refusal 404 out of reach */
export async function readLead(
  scope: Scope,
  id: string,
  permission: string = leadKind.view,
): Promise<LeadRecord> {
  const [row] = await scope.db.execute<Omit<LeadRecord, 'values'> & Stored>(sql`
    select ${recordColumns(scope, leadKind)}, ${storedLead},
      leads.converted_at as "convertedAt", leads.account_id as "accountId",
      leads.person_id as "personId", leads.deal_id as "dealId",
      (select u.name from core.users u where u.company_id = leads.company_id
        and u.id = leads.converted_by) as "convertedBy",
      ${seenName(scope, accounts, viewAccounts, sql`leads.account_id`)} as account,
      ${seenName(scope, people, viewPeople, sql`leads.person_id`)} as contact,
      ${seenName(scope, deals, viewDeals, sql`leads.deal_id`)} as deal
    from ${leads}
    where leads.company_id = ${scope.company.id} and leads.id = ${id}
      and ${within(scope, permission, leads)}`)
  if (!row) throw notFound()
  return { ...row, values: leadFrom(row) }
}

/** What is stored, as values. */
export const leadFrom = (row: Stored): LeadValues & OwnValues => ({
  name: row.name,
  person: filled(row.person),
  title: filled(row.title),
  mobile: phoneFrom(row.mobile, row.mobileE164),
  phone: phoneFrom(row.phone, row.phoneE164),
  email: filled(row.email),
  wechat: filled(row.wechat),
  website: filled(row.website),
  industry: filled(row.industry),
  region: filled(row.region),
  source: filled(row.source),
  status: row.status,
  about: filled(row.about),
  ...ownFrom(row.own),
})

/** Values as columns, with the keys a lead is found by. */
function leadColumns(scope: Scope, values: LeadValues & OwnValues) {
  const { name, person, mobile, phone, email, wechat, website } = values
  return {
    name,
    person: person ?? '',
    title: values.title ?? '',
    mobile: mobile?.text ?? '',
    mobileE164: mobile?.e164 ?? null,
    phone: phone?.text ?? '',
    phoneE164: phone?.e164 ?? null,
    email: email ?? '',
    emailKey: email && emailKey(email),
    wechat: wechat ?? '',
    website: website ?? '',
    domain: firmDomain(website, email) ?? null,
    companyKey: companyKey(name),
    industry: values.industry ?? '',
    region: values.region ?? '',
    source: values.source ?? '',
    status: values.status ?? 'new',
    about: values.about ?? '',
    own: ownColumn(values),
    ...keysOf(
      name,
      [person, digitsOf(mobile), digitsOf(phone), email, wechat],
      'firm',
      searchedTexts(scope.own.live(leadKind.object), values),
    ),
  }
}

/** How a lead stands in its table. */
export const leadStorage: Storage<LeadValues & OwnValues, Stored> = {
  kind: leadKind,
  stored: storedLead,
  valuesFrom: leadFrom,
  columnsOf: leadColumns,
}
