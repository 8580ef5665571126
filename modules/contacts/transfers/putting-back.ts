import { sql } from 'drizzle-orm'
import type { Owned } from '../../../core/transfer/book/entry.ts'
import type { Transfer } from '../../../core/transfer/transfer.ts'
import { toldSince } from '../../../core/transfer/undo/put-back.ts'
import { owned, putBack, type Way } from '../../../core/transfer/undo/put-records-back.ts'
import {
  accountFrom,
  type Stored as StoredAccount,
  storedAccount,
} from '../accounts/account-storage.ts'
import { holdHierarchy } from '../accounts/hierarchy.ts'
import { accountKind, personKind } from '../kinds.ts'
import { personFrom, type Stored as StoredPerson, storedPerson } from '../people/person-record.ts'
import { type AccountState, changeOf as accountChange } from './account-book.ts'
import { restoreEmployers } from './employers.ts'
import { type PersonState, changeOf as personChange } from './person-book.ts'

const accountWay: Way<AccountState> = {
  kind: accountKind,
  permission: 'contacts.accounts.import',
  read: async (scope, source) => {
    const rows = await scope.db.execute<
      StoredAccount & Owned & { id: string; parentId: string | null }
    >(sql`
      select ${owned(sql`accounts`)}, accounts.parent_id as "parentId", ${storedAccount}
      from ${source}`)
    return new Map(
      rows.map((row) => {
        const { id, ownerId, departmentId, parentId } = row
        return [id, { values: accountFrom(row), ownerId, departmentId, parentId }]
      }),
    )
  },
  changeOf: accountChange,
  // What it would stand below again has been put below it.
  touched: sql`exists (
    with recursive up as (
      select (done.before ->> 'parent_id')::uuid as id
      union
      select a.parent_id from contacts.accounts a
      join up on a.company_id = done.company_id and a.id = up.id)
    select from up where up.id = kept.id)`,
}

const personWay: Way<PersonState> = {
  kind: personKind,
  permission: 'contacts.people.import',
  read: async (scope, source, image) => {
    const links = image
      ? sql`jsonb_populate_recordset(null::contacts.person_accounts, done.before -> 'employers')`
      : sql`contacts.person_accounts`
    const rows = await scope.db.execute<
      StoredPerson & Owned & { id: string; employers: Record<string, string> }
    >(sql`
      select ${owned(sql`people`)}, ${storedPerson}, coalesce((
        select jsonb_object_agg(w.account_id, w.role) from ${links} w
        where w.company_id = ${scope.company.id} and w.person_id = people.id), '{}') as employers
      from ${source}`)
    return new Map(
      rows.map((row) => {
        const { id, ownerId, departmentId, employers } = row
        return [id, { values: personFrom(row), ownerId, departmentId, employers }]
      }),
    )
  },
  changeOf: personChange,
  touched: toldSince(personKind.object, ['contacts.linked', 'contacts.unlinked']),
}

export const putAccountsBack: NonNullable<Transfer['putBack']> = async (
  scope,
  registry,
  ...which
) => {
  await holdHierarchy(scope)
  return putBack(scope, registry, accountWay, ...which)
}

export const putPeopleBack: NonNullable<Transfer['putBack']> = async (
  scope,
  registry,
  ...which
) => {
  const outcomes = await putBack(scope, registry, personWay, ...which)
  const restored = outcomes.filter(({ outcome }) => outcome === 'restored')
  await restoreEmployers(
    scope,
    which[0],
    restored.map(({ recordId }) => recordId),
  )
  return outcomes
}
