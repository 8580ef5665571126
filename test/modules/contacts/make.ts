import { sql } from 'drizzle-orm'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import {
  type AccountValues,
  accountFields,
} from '../../../modules/contacts/accounts/account-fields.ts'
import { createAccount } from '../../../modules/contacts/accounts/accounts.ts'
import { createPerson } from '../../../modules/contacts/people/people.ts'
import { type PersonValues, personFields } from '../../../modules/contacts/people/person-fields.ts'

/** Whose a record is to be, when it is not its maker's. */
type Place = { ownerId?: string | null; departmentId?: string | null }

const empty = (fields: readonly { field: string }[]) =>
  Object.fromEntries(fields.map(({ field }) => [field, null]))

/** Adds an account by the verb itself, then moves it to where the test wants it. */
export async function makeAccount(
  scope: Scope,
  registry: Registry,
  values: Partial<AccountValues> & { name: string },
  place?: Place,
): Promise<string> {
  const all = { ...empty(accountFields), ...values } as AccountValues
  const id = await createAccount(scope, registry, { values: all, parent: null })
  if (place) await move(scope, sql`contacts.accounts`, id, place)
  return id
}

/** Adds a contact by the verb itself, then moves them to where the test wants them. */
export async function makePerson(
  scope: Scope,
  registry: Registry,
  values: Partial<PersonValues> & { name: string },
  accountId?: string,
  place?: Place,
): Promise<string> {
  const all = { ...empty(personFields), ...values } as PersonValues
  const id = await createPerson(scope, registry, all, accountId ? { accountId, role: '' } : null)
  if (place) await move(scope, sql`contacts.people`, id, place)
  return id
}

const move = (
  scope: Scope,
  table: ReturnType<typeof sql>,
  id: string,
  { ownerId = null, departmentId = null }: Place,
) =>
  scope.db.execute(sql`
    update ${table} set owner_id = ${ownerId}, department_id = ${departmentId}
    where company_id = ${scope.company.id} and id = ${id}`)
