import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { ownColumn, ownFrom, searchedTexts } from '../../../core/own-fields/values.ts'
import { type Keys, keysOf } from '../../../core/records/keys.ts'
import { mayChange } from '../../../core/records/rights.ts'
import type { Storage } from '../../../core/records/storage.ts'
import { digitsOf, filled, type Named, phoneFrom } from '../../../core/records/stored.ts'
import type { Tag } from '../../../core/records/tags.ts'
import type { Scope } from '../../../core/scope.ts'
import { emailKey } from '../../../core/values/email.ts'
import { personKind } from '../kinds.ts'
import { accounts, people } from '../schema.ts'
import type { LawfulBasis } from './lawful-bases.ts'
import type { PersonValues } from './person-fields.ts'

export type Employer = { id: string; name: string; role: string; primary: boolean }

/** A contact as their page shows them. Accounts out of the reader's reach are left out. */
export type PersonRecord = {
  id: string
  version: number
  values: PersonValues & OwnValues
  owner: Named | null
  department: Named | null
  accounts: Employer[]
  tags: Tag[]
  archivedAt: Date | null
  createdAt: Date
  updatedAt: Date
  mayEdit: boolean
  mayAssign: boolean
}

/** The columns that hold what people know about a contact. */
export type Stored = {
  name: string
  title: string
  mobile: string
  mobileE164: string | null
  phone: string
  phoneE164: string | null
  email: string
  wechat: string
  region: string
  source: string
  lawfulBasis: string
  noticedOn: string | null
  retainUntil: string | null
  about: string
  own: Record<string, unknown>
}

/** Those columns, for a query. */
export const storedPerson = sql`people.name, people.title, people.mobile,
  people.mobile_e164 as "mobileE164", people.phone, people.phone_e164 as "phoneE164", people.email,
  people.wechat, people.region, people.source, people.lawful_basis as "lawfulBasis",
  people.noticed_on::text as "noticedOn", people.retain_until::text as "retainUntil", people.about,
  people.own`

/** Reads one contact with all their page shows, in one query. @throws Refusal 404 out of reach */
export async function readPerson(
  scope: Scope,
  id: string,
  permission: string = personKind.view,
): Promise<PersonRecord> {
  const company = scope.company.id
  const [row] = await scope.db.execute<Omit<PersonRecord, 'values'> & Stored>(sql`
    select people.id, people.version, ${storedPerson}, people.archived_at as "archivedAt",
      people.created_at as "createdAt", people.updated_at as "updatedAt",
      (select json_build_object('id', u.id, 'name', u.name) from core.users u
        where u.company_id = ${company} and u.id = people.owner_id) as owner,
      (select json_build_object('id', d.id, 'name', d.name) from core.departments d
        where d.company_id = ${company} and d.id = people.department_id) as department,
      coalesce((select json_agg(json_build_object('id', accounts.id, 'name', accounts.name,
          'role', w.role, 'primary', w.primary_since is not null)
          order by w.primary_since is null, accounts.sort_name)
        from contacts.person_accounts w
        join ${accounts} on accounts.company_id = ${company} and accounts.id = w.account_id
        where w.company_id = ${company} and w.person_id = people.id
          and ${within(scope, 'contacts.accounts.view', accounts)}), '[]') as accounts,
      coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name)
        from core.taggings g join core.tags t on t.company_id = g.company_id and t.id = g.tag_id
        where g.company_id = ${company} and g.record_id = people.id), '[]') as tags,
      ${mayChange(scope, personKind)}
    from ${people}
    where people.company_id = ${company} and people.id = ${id}
      and ${within(scope, permission, people)}`)
  if (!row) throw notFound()
  return { ...row, values: personFrom(row) }
}

/** What is stored, as values. */
export const personFrom = (row: Stored): PersonValues & OwnValues => ({
  name: row.name,
  title: filled(row.title),
  mobile: phoneFrom(row.mobile, row.mobileE164),
  phone: phoneFrom(row.phone, row.phoneE164),
  email: filled(row.email),
  wechat: filled(row.wechat),
  region: filled(row.region),
  source: filled(row.source),
  lawfulBasis: filled(row.lawfulBasis) as LawfulBasis | null,
  noticedOn: row.noticedOn,
  retainUntil: row.retainUntil,
  about: filled(row.about),
  ...ownFrom(row.own),
})

/** Values as columns, with the keys a contact is found by. */
export function personColumns(
  scope: Scope,
  values: PersonValues & OwnValues,
): Stored & Keys & { emailKey: string | null } {
  const { name, mobile, phone, email, wechat } = values
  return {
    name,
    title: values.title ?? '',
    mobile: mobile?.text ?? '',
    mobileE164: mobile?.e164 ?? null,
    phone: phone?.text ?? '',
    phoneE164: phone?.e164 ?? null,
    email: email ?? '',
    emailKey: email && emailKey(email),
    wechat: wechat ?? '',
    region: values.region ?? '',
    source: values.source ?? '',
    lawfulBasis: values.lawfulBasis ?? '',
    noticedOn: values.noticedOn,
    retainUntil: values.retainUntil,
    about: values.about ?? '',
    own: ownColumn(values),
    ...keysOf(
      name,
      [digitsOf(mobile), digitsOf(phone), email, wechat],
      'person',
      searchedTexts(scope.own.live(personKind.object), values),
    ),
  }
}

/** How a contact stands in its table. */
export const personStorage: Storage<PersonValues & OwnValues, Stored> = {
  kind: personKind,
  stored: storedPerson,
  valuesFrom: personFrom,
  columnsOf: personColumns,
}
