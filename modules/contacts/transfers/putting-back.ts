import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { openChecks } from '../../../core/own-fields/checks.ts'
import { writeEntries } from '../../../core/own-fields/writing.ts'
import { type Done, leaveTraces } from '../../../core/records/traces.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import type { PutBack, Transfer } from '../../../core/transfer/transfer.ts'
import { putBackRows, toldSince } from '../../../core/transfer/undo/put-back.ts'
import {
  accountFrom,
  type Stored as StoredAccount,
  storedAccount,
} from '../accounts/account-record.ts'
import { holdHierarchy } from '../accounts/hierarchy.ts'
import { accountKind, type ContactsKind, personKind } from '../kinds.ts'
import { personFrom, type Stored as StoredPerson, storedPerson } from '../people/person-record.ts'
import { type AccountState, changeOf as accountChange } from './account-book.ts'
import type { Turn } from './book.ts'
import { restoreEmployers } from './employers.ts'
import type { Owned } from './entry.ts'
import { type PersonState, changeOf as personChange } from './person-book.ts'

type Way<State> = {
  kind: ContactsKind
  permission: string
  /** The states of the records of a query; `image` when it is of what an import kept of them. */
  read: (scope: Scope, source: SQL, image: boolean) => Promise<Map<string, State>>
  changeOf: (scope: Scope, turn: Turn<State>) => Done[]
  /** What happened to a record since that raised no version. */
  touched: SQL
}

/** Records of which a unique value has gone meanwhile to one that is not put back along with them. */
async function takenSince(
  scope: Scope,
  object: string,
  old: ReadonlyMap<string, { values: object }>,
): Promise<Set<string>> {
  const all = [...old]
  const checks = await openChecks(
    scope,
    object,
    all.map(([, { values }]) => values),
  )
  const isTaken = (holder: string, id: string) => holder !== id && !old.has(holder)
  return new Set(
    all
      .filter(([id, { values }]) => checks.holdersOf(values).some((one) => isTaken(one, id)))
      .map(([id]) => id),
  )
}

const owned = (table: SQL) =>
  sql`${table}.id, ${table}.owner_id as "ownerId", ${table}.department_id as "departmentId"`

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

/**
 * Puts records back, or away, in a few statements, and tells of each what it was and is again. One
 * that the import made and that anybody has touched since, be it by a note, is left alone.
 */
async function putBack<State extends { values: object }>(
  scope: Scope,
  registry: Registry,
  { kind, permission, read, changeOf, touched }: Way<State>,
  importId: string,
  recordIds: readonly string[],
): Promise<PutBack[]> {
  const { table, object } = kind
  const company = scope.company.id
  const these = sql.param(recordIds)
  const now = await read(
    scope,
    sql`${table} where ${table.companyId} = ${company} and ${table.id} = any(${these}::uuid[])
      and ${within(scope, permission, table)} order by ${table.id} for update of ${sql.identifier(kind.list)}`,
    false,
  )
  const old = await read(
    scope,
    sql`core.import_changes done,
      lateral jsonb_populate_record(null::${table}, done.before) as ${sql.identifier(kind.list)}
      where done.company_id = ${company} and done.import_id = ${importId}
        and done.record_id = any(${these}::uuid[]) and done.deed = 'updated'`,
    true,
  )
  const taken = await takenSince(scope, object, old)
  const reached = recordIds.filter((id) => now.has(id) && !taken.has(id))
  const outcomes = await putBackRows(
    scope,
    table,
    importId,
    reached,
    sql`(${touched} or (done.deed = 'created' and ${toldSince(object)}))`,
  )
  await writeEntries(
    scope,
    object,
    outcomes.flatMap(({ recordId: id, outcome }) => {
      const [before, after] = [now.get(id), old.get(id)]
      return outcome === 'restored' && before && after
        ? [{ id, before: before.values, after: after.values }]
        : []
    }),
  )
  await leaveTraces(
    scope,
    registry,
    kind,
    outcomes.flatMap(({ recordId: id, outcome }): Done[] => {
      const [before, after] = [now.get(id), old.get(id)]
      if (outcome === 'removed') return [{ id, deed: 'archived', story: { undone: true } }]
      if (outcome === 'left' || !before || !after) return []
      return changeOf(scope, { id, stored: before, now: after }).map(
        ({ imported: _, story, ...done }) => ({
          ...done,
          story: { ...story, imported: undefined, undone: true },
        }),
      )
    }),
  )
  const put = new Set(reached)
  const left = recordIds.filter((id) => !put.has(id))
  return [...outcomes, ...left.map((recordId) => ({ recordId, outcome: 'left' as const }))]
}
