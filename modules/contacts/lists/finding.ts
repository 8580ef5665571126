import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Hit } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import { searchText } from '../../../core/values/names.ts'
import { accountKind, personKind, type RecordKind } from '../kinds.ts'
import { accounts, people } from '../schema.ts'
import { narrow } from './search.ts'

type Row = { id: string; name: string; detail: string | null }

/** Accounts a person may see, found by what they typed. */
export async function findAccounts(scope: Scope, query: string, limit: number): Promise<Hit[]> {
  const detail = sql`concat_ws(' · ', nullif(${accounts.industry}, ''), nullif(${accounts.region}, ''),
    nullif(${accounts.phone}, ''))`
  const rows = await find(scope, accountKind, detail, query, limit)
  return rows.map(({ id, name, detail }) => ({
    title: name,
    detail: detail ?? '',
    href: `${accountKind.href}/${id}`,
    icon: 'building',
  }))
}

/** Contacts a person may see, found by what they typed. */
export async function findPeople(scope: Scope, query: string, limit: number): Promise<Hit[]> {
  const detail = sql`concat_ws(' · ', nullif(${people.title}, ''),
    coalesce(nullif(${people.mobile}, ''), nullif(${people.phone}, '')))`
  const rows = await find(scope, personKind, detail, query, limit)
  return rows.map(({ id, name, detail }) => ({
    title: name,
    detail: detail ?? '',
    href: `${personKind.href}/${id}`,
    icon: 'user',
  }))
}

/**
 * The best first: the name itself, then names that begin with the words, then the rest by name.
 * Of a very common word those first by name are taken.
 */
async function find(
  scope: Scope,
  { list, table, view }: RecordKind,
  detail: SQL,
  query: string,
  limit: number,
): Promise<Row[]> {
  const narrowed = await narrow(scope, list, query)
  if (narrowed.kind === 'all') return []
  const words = searchText(query)
  const shown = sql`${table.companyId} = ${scope.company.id} and ${table.archivedAt} is null
    and ${within(scope, view, table)}`
  const columns = sql`select ${table.id} as id, ${table.name} as name, ${detail} as detail`
  if (narrowed.kind === 'common')
    return scope.db.execute<Row>(sql`${columns} from ${table} where ${shown}
      and ${narrowed.condition} order by ${table.sortName}, ${table.id} limit ${limit}`)
  return scope.db.execute<Row>(sql`${columns} from ${table} where ${shown}
    and ${table.id} = any(${sql.param(narrowed.ids)}::uuid[])
    order by ${table.nameKey} <> ${words}, not starts_with(${table.nameKey}, ${words}),
      ${table.sortName}, ${table.id} limit ${limit}`)
}
