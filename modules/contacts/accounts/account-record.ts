import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { mayChange } from '../../../core/records/rights.ts'
import type { Named } from '../../../core/records/stored.ts'
import type { Tag } from '../../../core/records/tags.ts'
import type { Scope } from '../../../core/scope.ts'
import { accountKind } from '../kinds.ts'
import { accounts, people } from '../schema.ts'
import type { AccountValues } from './account-fields.ts'
import { accountFrom, type Stored, storedAccount } from './account-storage.ts'

export type Contact = { id: string; name: string; role: string; primary: boolean; phone: string }

/** The first of what belongs to an account, and how many there are; counted up to `mostRelated`. */
export type Related<Row> = { first: Row[]; count: number }

/** So many are shown on an account's own page; the list has them all. */
const shownRelated = 20

/** Beyond this many nobody counts them for a page that shows a few. */
export const mostRelated = 1_000

/** An account as its page shows it. What is related and out of the reader's reach is left out. */
export type AccountRecord = {
  id: string
  version: number
  values: AccountValues & OwnValues
  owner: Named | null
  department: Named | null
  parentId: string | null
  /** Null when there is none, or when the reader may not see it. */
  parent: Named | null
  children: Related<Named>
  contacts: Related<Contact>
  tags: Tag[]
  archivedAt: Date | null
  createdAt: Date
  updatedAt: Date
  mayEdit: boolean
  mayAssign: boolean
}

type Row = Omit<AccountRecord, 'values'> & Stored

/** Reads one account with all its page shows, in one query. @throws Refusal 404 out of reach */
export async function readAccount(
  scope: Scope,
  id: string,
  permission: string = accountKind.view,
): Promise<AccountRecord> {
  const company = scope.company.id
  const seen = within(scope, accountKind.view, accounts)
  const [row] = await scope.db.execute<Row>(sql`
    select accounts.id, accounts.version, ${storedAccount}, accounts.parent_id as "parentId",
      accounts.archived_at as "archivedAt", accounts.created_at as "createdAt",
      accounts.updated_at as "updatedAt",
      (select json_build_object('id', u.id, 'name', u.name) from core.users u
        where u.company_id = ${company} and u.id = accounts.owner_id) as owner,
      (select json_build_object('id', d.id, 'name', d.name) from core.departments d
        where d.company_id = ${company} and d.id = accounts.department_id) as department,
      (select json_build_object('id', p.id, 'name', p.name) from (select accounts.* from ${accounts}
          where accounts.company_id = ${company} and ${seen}) p
        where p.id = accounts.parent_id) as parent,
      ${firstOf(sql`
        select json_build_object('id', b.id, 'name', b.name) as shown, b.sort_name, b.id
        from (select accounts.id, accounts.name, accounts.sort_name, accounts.parent_id
          from ${accounts} where accounts.company_id = ${company} and ${seen}
            and accounts.archived_at is null) b
        where b.parent_id = accounts.id`)} as children,
      ${firstOf(sql`
        select json_build_object('id', people.id, 'name', people.name,
          'role', coalesce(nullif(w.role, ''), people.title), 'primary', w.primary_since is not null,
          'phone', coalesce(nullif(people.mobile, ''), people.phone)) as shown, people.sort_name, people.id
        from contacts.person_accounts w
        join ${people} on people.company_id = ${company} and people.id = w.person_id
        where w.company_id = ${company} and w.account_id = accounts.id
          and people.archived_at is null
          and ${within(scope, 'contacts.people.view', people)}`)} as contacts,
      coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name)
        from core.taggings g join core.tags t on t.company_id = g.company_id and t.id = g.tag_id
        where g.company_id = ${company} and g.record_id = accounts.id), '[]') as tags,
      ${mayChange(scope, accountKind)}
    from ${accounts}
    where accounts.company_id = ${company} and accounts.id = ${id}
      and ${within(scope, permission, accounts)}`)
  if (!row) throw notFound()
  return { ...row, values: accountFrom(row) }
}

/** The first of some rows by name, and how many they are; of very many, the first of those read. */
const firstOf = (rows: SQL): SQL => sql`
  (select json_build_object('count', count(*),
    'first', coalesce(json_agg(shown order by place) filter (where place <= ${shownRelated}), '[]'))
  from (select shown, row_number() over (order by sort_name, id) as place
    from (${rows} limit ${mostRelated + 1}) counted) placed)`
