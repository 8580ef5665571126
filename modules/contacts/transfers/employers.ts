import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Scope } from '../../../core/scope.ts'
import { searchText } from '../../../core/values/names.ts'
import { accountKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'
import { accounts } from '../schema.ts'
import type { Draft } from './book.ts'

type Found = { id: string } | { reason: string }

/** The accounts that rows name, as a look-up by name; the sentence says why there is none. */
export async function readEmployers(
  scope: Scope,
  rows: readonly { account?: string }[],
): Promise<(name: string) => Found> {
  const t = contactsText(scope.locale).transfer
  const names = rows.flatMap(({ account }) => (account ? [searchText(account)] : []))
  const found = await scope.db.execute<{ key: string; id: string; count: number }>(sql`
    select name_key as key, (array_agg(id order by id))[1] as id, count(*)::int as count
    from ${accounts} where company_id = ${scope.company.id} and archived_at is null
      and name_key = any(${sql.param(names)}::text[])
      and ${within(scope, accountKind.view, accounts)} group by name_key`)
  const byKey = new Map(found.map((row) => [row.key, row]))
  return (name) => {
    const row = byKey.get(searchText(name))
    if (!row) return { reason: t.unknownAccount(name) }
    return row.count > 1 ? { reason: t.severalAccounts(name) } : { id: row.id }
  }
}

type Employed = Draft<{ employers: Record<string, string> }>

/** Notes for whom people work; the first account of somebody who had none becomes the main one. */
export async function addEmployers(scope: Scope, drafts: readonly Employed[]): Promise<void> {
  const company = scope.company.id
  const links = drafts.flatMap(({ id, stored, now }) =>
    Object.entries(now.employers)
      .filter(([account, role]) => stored?.employers[account] !== role)
      .map(([account, role], at) => ({
        person: id,
        account,
        role,
        first: at === 0 && Object.keys(stored?.employers ?? {}).length === 0,
      })),
  )
  if (links.length === 0) return
  await scope.db.execute(sql`
    insert into contacts.person_accounts (company_id, person_id, account_id, role, primary_since)
    select ${company}, person, account, role, case when first then now() end
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb)
      as l (person uuid, account uuid, role text, first boolean)
    on conflict (company_id, person_id, account_id) do update set role = excluded.role`)
}

/** Puts people's accounts back as an import found them; its own links go, the others come again. */
export async function restoreEmployers(
  scope: Scope,
  importId: string,
  people: readonly string[],
): Promise<void> {
  const these = sql`done.company_id = ${scope.company.id} and done.import_id = ${importId}
    and done.record_id = any(${sql.param(people)}::uuid[])`
  const links = sql`jsonb_populate_recordset(null::contacts.person_accounts, done.before -> 'employers')`
  await scope.db.execute(sql`
    delete from contacts.person_accounts w using core.import_changes done
    where ${these} and w.company_id = done.company_id and w.person_id = done.record_id
      and not exists (select from ${links} l where l.account_id = w.account_id)`)
  await scope.db.execute(sql`
    insert into contacts.person_accounts (company_id, person_id, account_id, role, primary_since, created_at)
    select l.company_id, l.person_id, l.account_id, l.role, l.primary_since, l.created_at
    from core.import_changes done, lateral ${links} l where ${these}
    on conflict (company_id, person_id, account_id) do update
      set role = excluded.role, primary_since = excluded.primary_since`)
}
