import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Draft } from '../../../core/transfer/book/book.ts'
import { idsByKeys } from '../../../core/transfer/book/finding.ts'
import { searchText } from '../../../core/values/names.ts'
import { domainKey } from '../../../core/values/web-address.ts'
import { accountKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'
import { accounts } from '../schema.ts'

type Found = { id: string } | { reason: string; field: 'account' }

/**
 * The accounts that rows name, as a look-up by name, else by credit code, else by web domain; the
 * sentence says why there is none.
 */
export async function readEmployers(
  scope: Scope,
  rows: readonly { account?: string }[],
): Promise<(name: string) => Found> {
  const t = contactsText(scope.locale).transfer
  const named = rows.flatMap(({ account }) => account ?? [])
  const [names, codes] = [named.map(searchText), named.map(codeOf)]
  const domains = named.flatMap((one) => domainOf(one) ?? [])
  const ids = await idsByKeys(scope, accountKind, [
    { column: accounts.nameKey, keys: names },
    { column: accounts.creditCode, keys: codes },
    { column: accounts.domain, keys: domains },
  ])
  const found = await scope.db.execute<{
    id: string
    name: string
    code: string
    domain: string
  }>(sql`
    select id, name_key as name, credit_code as code, domain
    from ${accounts} where company_id = ${scope.company.id}
      and id = any(${sql.param(ids)}::uuid[]) and archived_at is null
      and ${within(scope, accountKind.view, accounts)} order by id`)
  const by = {
    name: Map.groupBy(found, ({ name }) => name),
    code: Map.groupBy(found, ({ code }) => code),
    domain: Map.groupBy(found, ({ domain }) => domain),
  }
  return (name) => {
    const fitting =
      by.name.get(searchText(name)) ??
      by.code.get(codeOf(name)) ??
      by.domain.get(domainOf(name) ?? '')
    const [row] = fitting ?? []
    if (!row) return { reason: t.unknownAccount(name), field: 'account' }
    const isClear = fitting?.length === 1
    return isClear ? { id: row.id } : { reason: t.severalAccounts(name), field: 'account' }
  }
}

const codeOf = (typed: string): string => typed.trim().toUpperCase()

/** Only what looks like an address of the web: any word would make a host name. */
const domainOf = (typed: string): string | undefined =>
  /\w\.\w/.test(typed) && !/\s/.test(typed.trim()) ? domainKey(typed) : undefined

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
