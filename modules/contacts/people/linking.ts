import { sql } from 'drizzle-orm'
import { leaveTrace } from '../../../core/records/traces.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { accountKind, personKind } from '../kinds.ts'

/** An account somebody works for, and as what. The caller has made sure that it may be seen. */
export type Link = { accountId: string; role: string }

/**
 * Notes that a person works for an account, or as what if that is noted already. Their first
 * account is their main one.
 */
export async function linkAccount(
  scope: Scope,
  registry: Registry,
  personId: string,
  { accountId, role }: Link,
): Promise<void> {
  const company = scope.company.id
  // Of two links made at one moment, the second must see that the first is the main one.
  await scope.db.execute(sql`
    select from contacts.people where company_id = ${company} and id = ${personId}
    for no key update`)
  await scope.db.execute(sql`
    insert into contacts.person_accounts (company_id, person_id, account_id, role, primary_since)
    values (${company}, ${personId}, ${accountId}, ${role},
      case when not exists (select from contacts.person_accounts where company_id = ${company}
        and person_id = ${personId} and primary_since is not null) then now() end)
    on conflict (company_id, person_id, account_id) do update set role = excluded.role`)
  await tellBoth(scope, registry, 'linked', personId, accountId, { role })
}

/** Takes the link away; if it was the main one, the oldest of the others becomes that. */
export async function unlinkAccount(
  scope: Scope,
  registry: Registry,
  personId: string,
  accountId: string,
): Promise<void> {
  const company = scope.company.id
  const gone = await scope.db.execute<{ role: string }>(sql`
    delete from contacts.person_accounts where company_id = ${company}
      and person_id = ${personId} and account_id = ${accountId} returning role`)
  const [link] = gone
  if (!link) return
  await scope.db.execute(sql`
    update contacts.person_accounts set primary_since = now()
    where company_id = ${company} and person_id = ${personId} and account_id = (
      select account_id from contacts.person_accounts
      where company_id = ${company} and person_id = ${personId}
      order by created_at, account_id limit 1)
    and not exists (select from contacts.person_accounts where company_id = ${company}
      and person_id = ${personId} and primary_since is not null)`)
  await tellBoth(scope, registry, 'unlinked', personId, accountId, { role: link.role })
}

/** Makes one of a person's accounts the main one. */
export async function choosePrimary(
  scope: Scope,
  registry: Registry,
  personId: string,
  accountId: string,
): Promise<void> {
  const these = sql`company_id = ${scope.company.id} and person_id = ${personId}`
  const found = await scope.db.execute<{ id: string; primary: boolean }>(sql`
    select account_id as id, primary_since is not null as "primary"
    from contacts.person_accounts where ${these} order by account_id for update`)
  const chosen = found.find(({ id }) => id === accountId)
  if (!chosen || chosen.primary) return
  await scope.db.execute(sql`
    update contacts.person_accounts set primary_since = null
    where ${these} and primary_since is not null`)
  await scope.db.execute(sql`
    update contacts.person_accounts set primary_since = now()
    where ${these} and account_id = ${accountId}`)
  await leaveTrace(scope, registry, personKind, personId, 'linked', {
    after: { accountId, primary: true },
    story: { to: 'account' },
  })
}

/** Both sides note the link, without names: who reads the one may not be allowed to see the other. */
async function tellBoth(
  scope: Scope,
  registry: Registry,
  deed: 'linked' | 'unlinked',
  personId: string,
  accountId: string,
  link: { role: string },
): Promise<void> {
  const side = deed === 'linked' ? 'after' : 'before'
  await Promise.all([
    leaveTrace(scope, registry, personKind, personId, deed, {
      [side]: { accountId, ...link },
      story: { to: 'account' },
    }),
    leaveTrace(scope, registry, accountKind, accountId, deed, {
      [side]: { personId, ...link },
      story: { to: 'person' },
    }),
  ])
}
