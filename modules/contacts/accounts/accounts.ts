import { newId } from '../../../core/db/id.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { createRecord, type Saved, saveRecord } from '../../../core/records/saving.ts'
import type { Named } from '../../../core/records/stored.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import type { AccountValues } from './account-fields.ts'
import type { AccountRecord } from './account-record.ts'
import { accountStorage } from './account-storage.ts'

/** What a form or a program gives for an account, checked. */
export type AccountInput = { values: AccountValues & OwnValues; parent: Named | null }

/** Adds an account. It belongs to who adds it, and to their department. @returns its id @throws ValueTaken */
export const createAccount = (
  scope: Scope,
  registry: Registry,
  { values, parent }: AccountInput,
  id = newId(),
): Promise<string> =>
  createRecord(scope, registry, accountStorage, values, {
    id,
    beside: { parentId: parent?.id ?? null },
  })

/**
 * Saves an account as it was read with `version`; see `saveRecord`.
 * @throws ValueTaken
 */
export const saveAccount = (
  scope: Scope,
  registry: Registry,
  old: AccountRecord,
  version: number,
  { values, parent }: AccountInput,
): Promise<Saved> =>
  saveRecord(
    ...([scope, registry, accountStorage, old, version, values] as const),
    { parentId: [old.parentId, parent?.id ?? null] },
    // Without the parents' names: not everybody who reads this may see them.
    (moved) => ({ moved: moved.includes('parentId') }),
  )
