import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { changedFields, given, sideOf } from '../../../core/fields/changes.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { writeEntries } from '../../../core/own-fields/writing.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import type { Named } from '../../../core/records/stored.ts'
import { leaveTrace } from '../../../core/records/traces.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { accountKind } from '../kinds.ts'
import { accounts } from '../schema.ts'
import type { AccountValues } from './account-fields.ts'
import { type AccountRecord, accountColumns } from './account-record.ts'

/** What a form or a program gives for an account, checked. */
export type AccountInput = { values: AccountValues & OwnValues; parent: Named | null }

/** Adds an account. It belongs to who adds it, and to their department. @returns its id @throws ValueTaken */
export async function createAccount(
  scope: Scope,
  registry: Registry,
  { values, parent }: AccountInput,
  id = newId(),
): Promise<string> {
  const place = { ownerId: scope.user.id, departmentId: scope.user.departmentId }
  await Promise.all([
    scope.db.insert(accounts).values({
      companyId: scope.company.id,
      id,
      ...accountColumns(scope, values),
      parentId: parent?.id ?? null,
      ...place,
      createdBy: scope.user.id,
    }),
    writeEntries(scope, accountKind.object, [{ id, before: {}, after: values }]),
    leaveTrace(scope, registry, accountKind, id, 'created', {
      after: given({ ...values, parentId: parent?.id ?? null, ...place }),
    }),
  ])
  return id
}

export type Saved = 'saved' | 'unchanged' | 'conflict'

/**
 * Saves an account as it was read with `version`. Saving what is stored already leaves no trace.
 * @returns conflict when somebody saved it meanwhile; then nothing was written
 * @throws ValueTaken
 */
export async function saveAccount(
  scope: Scope,
  registry: Registry,
  old: AccountRecord,
  version: number,
  { values, parent }: AccountInput,
): Promise<Saved> {
  if (old.version !== version) return 'conflict'
  const changed = changedFields(fieldsOf(scope, accountKind), old.values, values)
  const parentId = parent?.id ?? null
  const moved = parentId !== old.parentId
  if (Object.keys(changed).length === 0 && !moved) return 'unchanged'
  const [rows] = await Promise.all([
    scope.db
      .update(accounts)
      .set({
        ...accountColumns(scope, values),
        parentId,
        updatedAt: sql`now()`,
        version: sql`${accounts.version} + 1`,
      })
      .where(
        sql`${accounts.companyId} = ${scope.company.id} and ${accounts.id} = ${old.id}
          and ${accounts.version} = ${version}`,
      )
      .returning({ id: accounts.id }),
    writeEntries(scope, accountKind.object, [{ id: old.id, before: old.values, after: values }]),
    leaveTrace(scope, registry, accountKind, old.id, 'changed', {
      before: { ...sideOf(changed, 0), ...(moved && { parentId: old.parentId }) },
      after: { ...sideOf(changed, 1), ...(moved && { parentId }) },
      // Without the parents' names: not everybody who reads this may see them.
      story: { changed, moved },
    }),
  ])
  return rows.length === 1 ? 'saved' : 'conflict'
}
