import { isDeepStrictEqual } from 'node:util'
import { type SQL, sql } from 'drizzle-orm'
import type { ChangedFields } from '../../../core/fields/changes.ts'
import type { Named } from '../../../core/records/stored.ts'
import type { Scope } from '../../../core/scope.ts'
import { readAccount } from '../accounts/account-record.ts'
import { accountColumns } from '../accounts/account-storage.ts'
import { accountKind, type ContactsKind, personKind } from '../kinds.ts'
import { personColumns, readPerson } from '../people/person-record.ts'
import { accounts, people } from '../schema.ts'

export type List = ContactsKind['list']

/** A record as merging sees it: its fields, and where it stands. */
export type Merged = {
  id: string
  version: number
  values: object & { name: string }
  owner: Named | null
  department: Named | null
  parentId?: string | null
  parent?: Named | null
  archivedAt: Date | null
  createdAt: Date
  mayAssign: boolean
}

/** What tells the two kinds apart when two of one become one. */
export type Mergeable = {
  kind: ContactsKind
  /** @throws Refusal 404 out of the reader's hands */
  read: (scope: Scope, id: string) => Promise<Merged>
  /** Writes fields and place of a record as a new version of it. */
  write: (scope: Scope, id: string, values: object, place: Place) => Promise<unknown>
}

/** Whose a record is, and below which it stands. */
export type Place = {
  ownerId: string | null
  departmentId: string | null
  parentId?: string | null
}

const written = (table: typeof accounts | typeof people, scope: Scope, id: string): SQL =>
  sql`${table.companyId} = ${scope.company.id} and ${table.id} = ${id}`

const stamp = (table: typeof accounts | typeof people) => ({
  updatedAt: sql`now()`,
  version: sql`${table.version} + 1`,
})

export const mergeables: Record<List, Mergeable> = {
  accounts: {
    kind: accountKind,
    read: (scope, id) => readAccount(scope, id, accountKind.edit),
    write: (scope, id, values, { ownerId, departmentId, parentId = null }) =>
      scope.db
        .update(accounts)
        .set({
          ...accountColumns(scope, values as Parameters<typeof accountColumns>[1]),
          ownerId,
          departmentId,
          parentId,
          ...stamp(accounts),
        })
        .where(written(accounts, scope, id)),
  },
  people: {
    kind: personKind,
    read: (scope, id) => readPerson(scope, id, personKind.edit),
    write: (scope, id, values, { ownerId, departmentId }) =>
      scope.db
        .update(people)
        .set({
          ...personColumns(scope, values as Parameters<typeof personColumns>[1]),
          ownerId,
          departmentId,
          ...stamp(people),
        })
        .where(written(people, scope, id)),
  },
}

export const placeOf = ({ owner, department, parentId }: Merged): Place => ({
  ownerId: owner?.id ?? null,
  departmentId: department?.id ?? null,
  parentId,
})

/** Fields and place in one, as history and undo compare them. */
export const stateOf = (record: Merged): Record<string, unknown> => ({
  ...record.values,
  ...placeOf(record),
})

/** A merge keeps values as JSON, whose parts the database puts in an order of its own. */
export const isSame = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(one ?? null, other ?? null)

/** What differs between two states. */
export const differing = (
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): ChangedFields =>
  Object.fromEntries(
    Object.keys(after)
      .filter((key) => !isSame(before[key], after[key]))
      .map((key) => [key, [before[key] ?? null, after[key] ?? null] as const]),
  )
