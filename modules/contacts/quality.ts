import { type SQL, sql } from 'drizzle-orm'
import type { PerLocale } from '../../core/i18n/locale.ts'
import type { Quality } from '../../core/quality/declared.ts'
import { en as recordEn } from '../../core/records/messages/en.ts'
import { zhCN as recordZh } from '../../core/records/messages/zh-CN.ts'
import type { Scope } from '../../core/scope.ts'
import { creditCodeHolds } from '../../core/values/credit-code-sql.ts'
import { accountFields } from './accounts/account-fields.ts'
import { accountKind, type ContactsKind, personKind } from './kinds.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { personFields } from './people/person-fields.ts'
import { type PrivacyValues, privacyFields } from './people/privacy-fields.ts'
import { accounts, people, personAccounts } from './schema.ts'

type Field = Quality['fields'][number]

const lists: Record<ContactsKind['list'], readonly { field: string; label: PerLocale }[]> = {
  accounts: accountFields,
  people: personFields,
}

const labelOf = ({ list }: ContactsKind, field: string): PerLocale =>
  lists[list].find((one) => one.field === field)?.label ?? { en: field, 'zh-CN': field }

const said = (
  kind: ContactsKind,
  field: string,
  weight: number,
  column: SQL,
  valid?: SQL,
): Field => ({
  field,
  label: labelOf(kind, field),
  weight,
  filled: sql`${column} <> ''`,
  shown: sql`${column}`,
  valid,
})

/** What was understood as a number of some country; a mobile of China has eleven digits. */
const mobileHolds = (e164: SQL): SQL =>
  sql`${e164} ~ '^\\+(86(1[3-9][0-9]{9})|(?!86)[1-9][0-9]{6,14})$'`
const mailHolds = (column: SQL): SQL => sql`${column} ~ '^[^\\s@]+@[^\\s@]+\\.[^\\s@.]+$'`

const ownerIsHere = (table: typeof accounts | typeof people) => ({
  rule: 'owner',
  label: { en: en.quality.owner, 'zh-CN': zhCN.quality.owner },
  applies: sql`${table.ownerId} is not null`,
  holds: sql`exists (select from core.users u where u.company_id = ${table.companyId}
    and u.id = ${table.ownerId} and u.disabled_at is null)`,
})

const owned = (table: typeof accounts | typeof people, weight: number): Field => ({
  field: 'owner',
  label: { en: recordEn.pages.owner, 'zh-CN': recordZh.pages.owner },
  weight,
  filled: sql`${table.ownerId} is not null`,
  shown: sql`(select u.name from core.users u where u.company_id = ${table.companyId}
    and u.id = ${table.ownerId})`,
})

const days = 180
const timely = (table: typeof accounts | typeof people): SQL =>
  sql`${table.updatedAt} > now() - make_interval(days => ${days})`

/**
 * How many records are likely one too many: each is as superfluous as the likeliest of its pairs
 * with an earlier one says. Null until a search has been through everything.
 */
const superfluous =
  ({ object, table }: ContactsKind) =>
  async (scope: Scope): Promise<number | null> => {
    const company = scope.company.id
    const [row] = await scope.db.execute<{ looked: boolean; superfluous: number }>(sql`
      select exists (select from contacts.duplicate_runs where company_id = ${company}
          and task = 'find' and state = 'done') as looked,
        coalesce((select sum(likely) from (
          select max(p.score) / 100.0 as likely from contacts.duplicate_pairs p
          join ${table} x on x.company_id = ${company} and x.id = p.first_id and x.archived_at is null
          join ${table} y on y.company_id = ${company} and y.id = p.second_id and y.archived_at is null
          where p.company_id = ${company} and p.object = ${object} and p.dismissed_at is null
          group by p.second_id) worst), 0)::float8 as superfluous`)
    return row?.looked ? row.superfluous : null
  }

const recorded: Record<keyof PrivacyValues, SQL> = {
  source: sql`${people.source} <> ''`,
  lawfulBasis: sql`${people.lawfulBasis} <> ''`,
  noticedOn: sql`${people.noticedOn} is not null`,
  retainUntil: sql`${people.retainUntil} is not null`,
}

/** What good data are for accounts and contacts. */
export const quality: readonly Quality<'contacts'>[] = [
  {
    object: accountKind.object,
    title: { en: en.accounts.title, 'zh-CN': zhCN.accounts.title },
    weight: 0.35,
    table: accounts,
    permission: accountKind.view,
    href: accountKind.href,
    fields: [
      said(accountKind, 'name', 1, sql`${accounts.name}`),
      said(
        accountKind,
        'creditCode',
        2,
        sql`coalesce(${accounts.creditCode}, '')`,
        creditCodeHolds(sql`${accounts.creditCode}`),
      ),
      said(accountKind, 'industry', 1, sql`${accounts.industry}`),
      said(accountKind, 'region', 1, sql`${accounts.region}`),
      said(accountKind, 'level', 1, sql`${accounts.level}`),
      said(accountKind, 'phone', 2, sql`${accounts.phone}`, sql`${accounts.phoneE164} is not null`),
      said(accountKind, 'email', 1, sql`${accounts.email}`, mailHolds(sql`${accounts.email}`)),
      said(accountKind, 'address', 1, sql`${accounts.address}`),
      owned(accounts, 2),
    ],
    rules: [
      ownerIsHere(accounts),
      {
        rule: 'parent',
        label: { en: en.quality.parent, 'zh-CN': zhCN.quality.parent },
        applies: sql`${accounts.parentId} is not null`,
        holds: sql`exists (select from ${accounts} above where above.company_id = ${accounts.companyId}
          and above.id = ${accounts.parentId} and above.archived_at is null)`,
      },
      {
        rule: 'founded',
        label: { en: en.quality.founded, 'zh-CN': zhCN.quality.founded },
        applies: sql`${accounts.foundedYear} is not null`,
        holds: sql`${accounts.foundedYear} <= extract(year from coalesce(${accounts.listedOn}, now()))`,
      },
    ],
    timely: timely(accounts),
    days,
    duplicates: superfluous(accountKind),
    duplicatesHref: '/contacts/duplicates',
  },
  {
    object: personKind.object,
    title: { en: en.people.title, 'zh-CN': zhCN.people.title },
    weight: 0.3,
    table: people,
    permission: personKind.view,
    href: personKind.href,
    fields: [
      said(personKind, 'name', 1, sql`${people.name}`),
      said(personKind, 'title', 1, sql`${people.title}`),
      said(personKind, 'mobile', 3, sql`${people.mobile}`, mobileHolds(sql`${people.mobileE164}`)),
      said(personKind, 'email', 1, sql`${people.email}`, mailHolds(sql`${people.email}`)),
      said(personKind, 'source', 1, sql`${people.source}`),
      {
        field: 'account',
        label: { en: en.people.account, 'zh-CN': zhCN.people.account },
        weight: 2,
        filled: sql`exists (select from ${personAccounts} l where l.company_id = ${people.companyId}
          and l.person_id = ${people.id})`,
      },
      owned(people, 2),
    ],
    rules: [
      ownerIsHere(people),
      {
        rule: 'employer',
        label: { en: en.quality.employer, 'zh-CN': zhCN.quality.employer },
        applies: sql`exists (select from ${personAccounts} l where l.company_id = ${people.companyId}
          and l.person_id = ${people.id})`,
        holds: sql`exists (select from ${personAccounts} l join ${accounts} a
            on a.company_id = l.company_id and a.id = l.account_id and a.archived_at is null
          where l.company_id = ${people.companyId} and l.person_id = ${people.id})`,
      },
    ],
    privacy: privacyFields.map(({ field, label }) => ({ field, label, filled: recorded[field] })),
    timely: timely(people),
    days,
    duplicates: superfluous(personKind),
    duplicatesHref: '/contacts/duplicates/people',
  },
]
