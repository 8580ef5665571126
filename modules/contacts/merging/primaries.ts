import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { ContactsKind } from '../kinds.ts'

/** A main account of somebody's that was set back, or set, so that each person keeps one. */
type Primary = { person: string; account: string; since: string }
export type Primaries = { demoted: Primary[]; promoted: Primary[] }

const told = sql`person_id as person, account_id as account, primary_since::text as since`

/**
 * A person has one main account. Before two people become one, the loser's is set back where the
 * winner has one; before two accounts become one, whoever works for both keeps it as the main one
 * through the winner.
 */
export async function settlePrimaries(
  scope: Scope,
  { list }: ContactsKind,
  winner: string,
  loser: string,
): Promise<Primaries> {
  const company = scope.company.id
  const [mine, theirs] =
    list === 'people'
      ? [sql`w.person_id = ${winner} and w.primary_since is not null`, sql`person_id = ${loser}`]
      : [
          sql`w.account_id = ${winner} and w.person_id = links.person_id`,
          sql`account_id = ${loser}`,
        ]
  const demoted = await scope.db.execute<Primary>(sql`
    with old as (
      select * from contacts.person_accounts links where company_id = ${company} and ${theirs}
        and primary_since is not null and exists (select from contacts.person_accounts w
          where w.company_id = ${company} and ${mine}) for update),
    gone as (
      update contacts.person_accounts l set primary_since = null from old
      where l.company_id = old.company_id and l.person_id = old.person_id
        and l.account_id = old.account_id)
    select ${told} from old`)
  if (list === 'people') return { demoted, promoted: [] }
  const promoted = demoted.map((one) => ({ ...one, account: winner }))
  await setPrimaries(scope, promoted)
  return { demoted, promoted }
}

/** Takes that back, once the links are where they were; what people chose since stays chosen. */
export async function unsettlePrimaries(
  scope: Scope,
  { demoted, promoted }: Primaries,
  when: 'before' | 'after',
): Promise<void> {
  if (when === 'after') return setPrimaries(scope, demoted)
  if (promoted.length === 0) return
  await scope.db.execute(sql`
    update contacts.person_accounts l set primary_since = null
    from ${recordset(promoted)} where l.company_id = ${scope.company.id}
      and l.person_id = p.person and l.account_id = p.account and l.primary_since = p.since`)
}

/** Whoever has links and no main one gets the oldest. */
export const giveSomePrimary = (scope: Scope, person: string) =>
  scope.db.execute(sql`
    update contacts.person_accounts set primary_since = now()
    where company_id = ${scope.company.id} and person_id = ${person} and account_id = (
      select account_id from contacts.person_accounts
      where company_id = ${scope.company.id} and person_id = ${person}
      order by created_at, account_id limit 1)
    and not exists (select from contacts.person_accounts where company_id = ${scope.company.id}
      and person_id = ${person} and primary_since is not null)`)

async function setPrimaries(scope: Scope, primaries: readonly Primary[]): Promise<void> {
  if (primaries.length === 0) return
  await scope.db.execute(sql`
    update contacts.person_accounts l set primary_since = p.since
    from ${recordset(primaries)} where l.company_id = ${scope.company.id}
      and l.person_id = p.person and l.account_id = p.account
      and not exists (select from contacts.person_accounts o where o.company_id = l.company_id
        and o.person_id = l.person_id and o.primary_since is not null)`)
}

const recordset = (primaries: readonly Primary[]) => sql`
  jsonb_to_recordset(${JSON.stringify(primaries)}::jsonb)
    as p (person uuid, account uuid, since timestamptz)`
