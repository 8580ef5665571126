import { sql } from 'drizzle-orm'
import { may } from '../../../core/access/person.ts'
import { within } from '../../../core/access/within.ts'
import { newId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import { idsByKeys } from '../../../core/transfer/book/finding.ts'
import { emailKey } from '../../../core/values/email.ts'
import { searchText } from '../../../core/values/names.ts'
import { type NewPerson, people, personKind } from '../../contacts/public.ts'
import { viewPeople } from '../rights.ts'
import type { TicketRow } from './ticket-columns.ts'

type Place = { ownerId: string | null; departmentId: string | null }
type Known = { id: string; name: string; email: string | null }
type Asked = Pick<TicketRow, 'requester' | 'requesterEmail'>

export type Requesters = {
  /** The contact a row means; one who is yet to be made belongs where the ticket does. */
  of: (row: Asked, place: Place) => string | null
  /** Those who are to be made, each once. */
  made: NewPerson[]
}

/** Contacts whom the rows before would have made, when nothing is written: rows to come may mean them. */
export class Newcomers {
  readonly #byAddress = new Map<string, Known[]>()
  readonly #byName = new Map<string, Known[]>()

  keep(made: readonly NewPerson[]): void {
    for (const { id, name, email } of made) {
      const one = { id, name: searchText(name), email: emailKey(email) }
      add(this.#byAddress, one.email, one)
      add(this.#byName, one.name, one)
    }
  }

  /** Those with one of these addresses or names. */
  among(addresses: readonly string[], names: readonly string[]): Known[] {
    const found = [
      ...addresses.flatMap((one) => this.#byAddress.get(one) ?? []),
      ...names.flatMap((one) => this.#byName.get(one) ?? []),
    ]
    return [...new Set(found)]
  }
}

const add = (index: Map<string, Known[]>, key: string, one: Known): void => {
  index.set(key, [...(index.get(key) ?? []), one])
}

/**
 * Who asks in each row: a contact within reach of that address and that name, for two people may share
 * one address; who has no address on file, by a name that one contact has. All others are made once, if
 * whoever imports may add contacts and the row has both; else the ticket keeps their words.
 * @param newcomers whom the rows before would have made, if nothing is written
 */
export async function readRequesters(
  scope: Scope,
  rows: readonly Asked[],
  newcomers: Newcomers | undefined,
): Promise<Requesters> {
  const addresses = rows.flatMap(({ requesterEmail: one }) => (one ? emailKey(one) : []))
  const names = rows.flatMap(({ requester: one }) => (one ? searchText(one) : []))
  const ids = await idsByKeys(scope, personKind, [
    { column: people.emailKey, keys: addresses },
    { column: people.nameKey, keys: names },
  ])
  const stored = await scope.db.execute<Known>(sql`
    select id, name_key as name, email_key as email from ${people}
    where company_id = ${scope.company.id} and id = any(${sql.param(ids)}::uuid[])
      and archived_at is null and ${within(scope, viewPeople, people)} order by id`)
  const found = [...stored, ...(newcomers?.among(addresses, names) ?? [])]
  const byBoth = new Map(found.map((one) => [bothOf(one.email ?? '', one.name), one.id]))
  const byName = Map.groupBy(found, ({ name }) => name)
  const byAddress = Map.groupBy(found, ({ email }) => email ?? '')
  const mayAdd = may(scope.user, personKind.edit) && scope.modules.state('contacts') === 'write'
  const made: NewPerson[] = []
  const only = (fitting?: readonly { id: string }[]) =>
    fitting?.length === 1 ? (fitting[0]?.id ?? null) : null
  const of: Requesters['of'] = ({ requester, requesterEmail }, place) => {
    if (!requester && !requesterEmail) return null
    if (!requesterEmail) return only(byName.get(searchText(requester ?? '')))
    const address = emailKey(requesterEmail)
    if (!requester) return only(byAddress.get(address))
    const name = searchText(requester)
    const both = bothOf(address, name)
    const known = byBoth.get(both)
    if (known || !mayAdd) return known ?? null
    const id = newId()
    byBoth.set(both, id)
    add(byName, name, { id, name, email: address })
    add(byAddress, address, { id, name, email: address })
    made.push({ id, name: requester.slice(0, 100), email: requesterEmail, ...place })
    return id
  }
  return { of, made }
}

const bothOf = (address: string, name: string): string => `${address}\n${name}`
